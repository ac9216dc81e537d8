package dev.earworm.discord.command;

import java.util.List;
import net.dv8tion.jda.api.interactions.Interaction;

/** Looks at one thing that a guild's songs need. May block; an exception is a fault of ours. */
@FunctionalInterface
public interface GuildExamination {
    /** At least one finding. */
    List<GuildFinding> examine(Interaction interaction);
}
