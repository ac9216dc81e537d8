package dev.earworm.config;

/** Any text, as it is. */
record TextFormat() implements ValueFormat<String> {
    @Override
    public Parsed<String> parse(String text) {
        return new Accepted<>(text);
    }
}
