package dev.earworm;

/** The bot on an embedded Discord. */
final class TryOut {
    private TryOut() {}

    static int run(TryOptions options) {
        throw new UnsupportedOperationException("not in this build: " + options);
    }
}
