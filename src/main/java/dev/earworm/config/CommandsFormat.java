package dev.earworm.config;

import dev.earworm.discord.CommandsConfig;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** {@code global}, or a list of guilds by their ids. */
record CommandsFormat() implements ValueFormat<CommandsConfig> {
    private static final String GLOBAL = "global";
    private static final ValueFormat<List<Long>> GUILDS = new ListFormat<>(new GuildFormat());

    @Override
    public Parsed<CommandsConfig> parse(String text) {
        if (text.equals(GLOBAL)) {
            return new Accepted<>(CommandsConfig.global());
        }
        return switch (GUILDS.parse(text)) {
            case Accepted<List<Long>>(List<Long> guilds) ->
                new Accepted<>(CommandsConfig.inGuilds(new LinkedHashSet<>(guilds)));
            case Refused<List<Long>>(String reason) -> new Refused<>(reason);
        };
    }

    /** A snowflake: the time in milliseconds since 2015 and 22 bits, so 17 to 20 digits. */
    private record GuildFormat() implements ValueFormat<Long> {
        private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{15,19}");

        @Override
        public Parsed<Long> parse(String text) {
            try {
                return DIGITS.matcher(text).matches()
                        ? new Accepted<>(Long.parseUnsignedLong(text))
                        : new Refused<>("allowed is global, or a list of servers by their ids");
            } catch (NumberFormatException e) {
                return new Refused<>("that is too large for a server's id");
            }
        }
    }
}
