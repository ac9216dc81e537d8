package dev.earworm.jobs;

/** A Discord channel's or thread's id (a snowflake). */
public record ChannelId(long value) {
    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
