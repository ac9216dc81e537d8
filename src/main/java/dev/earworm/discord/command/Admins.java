package dev.earworm.discord.command;

import dev.earworm.jobs.Venue;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.interactions.Interaction;

/** Knows who may decide how the bot behaves in a guild: whoever may manage the guild. */
public final class Admins {
    private Admins() {}

    /**
     * Whether this is one of them. Asked at every command, press and form: a guild may show the command to others, and what a
     * client sends may be forged, or come from a message of when they were one.
     */
    public static boolean isOne(Interaction interaction) {
        Member member = interaction.getMember();
        return Origin.venue(interaction) == Venue.GUILD
                && member != null
                && member.hasPermission(Permission.MANAGE_SERVER);
    }
}
