package dev.earworm.config;

/**
 * A value somebody wrote for a key.
 *
 * @param text never blank, without white space around it
 */
record Setting(Key key, Origin origin, String text) {
    /** Where a value was written. */
    enum Origin {
        FILE,
        ENVIRONMENT
    }

    /** Both names of the key, first the one it was written under. */
    String label() {
        return switch (origin) {
            case FILE -> key.path() + " (" + key.environment() + ")";
            case ENVIRONMENT -> key.environment() + " (" + key.path() + ")";
        };
    }
}
