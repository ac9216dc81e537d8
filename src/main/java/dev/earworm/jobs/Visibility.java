package dev.earworm.jobs;

/** Who sees a song. */
public enum Visibility {
    /** Everyone in the channel. */
    PUBLIC,
    /** Only the member who asked. */
    PRIVATE
}
