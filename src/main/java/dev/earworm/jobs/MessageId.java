package dev.earworm.jobs;

/** A Discord message's id (a snowflake). */
public record MessageId(long value) {
    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
