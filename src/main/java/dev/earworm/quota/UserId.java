package dev.earworm.quota;

/** A Discord user's id (a snowflake). */
public record UserId(long value) {
    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
