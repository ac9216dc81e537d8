package dev.earworm.ops;

import java.util.Collection;

/** Takes secrets out of what is about to leave the program. */
public final class Redaction {
    private Redaction() {}

    /** The text without these secrets, and without whatever looks like one, as the log is written. */
    public static String blanked(String text, Collection<String> secrets) {
        return new LogRedaction(secrets).blanked(text);
    }
}
