package dev.earworm.quota;

/** A Discord guild's id (a snowflake). */
public record GuildId(long value) {
    /**
     * Stands for every place that is no guild of the bot's: direct messages, and wherever a member uses the bot that they
     * added to their own account. Discord gives this id to nothing.
     */
    public static final GuildId OUTSIDE = new GuildId(0);

    public boolean isOutside() {
        return equals(OUTSIDE);
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
