package dev.earworm.discord;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** Where Discord offers the bot's commands: everywhere, or in a few guilds, to try a new version out in them. */
public sealed interface CommandsConfig {
    /** Wherever the bot is. */
    static CommandsConfig global() {
        return new Global();
    }

    /**
     * In these guilds and nowhere else.
     *
     * @param guilds their ids, at least one
     */
    static CommandsConfig inGuilds(SequencedSet<Long> guilds) {
        return new InGuilds(guilds);
    }

    /** Reads as {@code global}. */
    record Global() implements CommandsConfig {
        @Override
        public String toString() {
            return "global";
        }
    }

    /** Reads as {@code 123456789012345678, 223456789012345678}. */
    record InGuilds(SequencedSet<Long> guilds) implements CommandsConfig {
        public InGuilds {
            if (guilds.isEmpty()) {
                throw new IllegalArgumentException("no guilds");
            }
            guilds = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(guilds));
        }

        @Override
        public String toString() {
            return guilds.stream().map(Long::toUnsignedString).collect(Collectors.joining(", "));
        }
    }
}
