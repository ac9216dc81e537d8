package dev.earworm.discord.delivery;

import java.util.EnumSet;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

/** What the place where a song is posted allows. */
record Surroundings(Layout layout, Set<Ability> abilities) {
    /** A member's direct messages. */
    static final Surroundings DIRECT =
            new Surroundings(Layout.EMBED, EnumSet.of(Ability.VOICE_MESSAGES, Ability.DELETING));

    /** An answer to a command: the bot may not even see the channel, and cannot come back to the message. */
    static final Surroundings ANSWER = new Surroundings(Layout.ONE_LINE, Set.of());

    /** How the facts about a song are laid out. */
    enum Layout {
        EMBED,
        /** Discord drops embeds without a word where the bot may not post any. */
        ONE_LINE
    }

    /** Something that the bot can do there later on. */
    enum Ability {
        VOICE_MESSAGES,
        DELETING
    }

    Surroundings {
        abilities = Set.copyOf(abilities);
    }

    static Surroundings of(GuildMessageChannel channel) {
        Member bot = channel.getGuild().getSelfMember();
        Set<Ability> abilities = EnumSet.of(Ability.DELETING);
        if (VoicePostman.missing(channel).isEmpty()) {
            abilities.add(Ability.VOICE_MESSAGES);
        }
        boolean mayEmbed = bot.hasPermission(channel, Permission.MESSAGE_EMBED_LINKS);
        return new Surroundings(mayEmbed ? Layout.EMBED : Layout.ONE_LINE, abilities);
    }
}
