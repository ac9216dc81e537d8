package dev.earworm.config;

/** A token or key, as it is sent in an HTTP header: visible ASCII characters, no spaces. Its value is never shown. */
record SecretFormat() implements ValueFormat<String> {
    @Override
    public Parsed<String> parse(String text) {
        if (text.chars().allMatch(character -> character > ' ' && character < 127)) {
            return new Accepted<>(text);
        }
        return new Refused<>("allowed is the bare value: letters, digits and signs, without spaces or a word in front");
    }

    @Override
    public String shown(String text) {
        return "a text of " + text.length() + " characters that is not shown here";
    }
}
