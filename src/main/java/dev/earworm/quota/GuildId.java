package dev.earworm.quota;

/** A Discord guild's id (a snowflake). */
public record GuildId(long value) {
    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
