package dev.earworm.discord;

import java.util.EnumSet;
import java.util.Set;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/**
 * Decides where a command may be used: in the bot's guilds, and where the operator allows it beside them. What needs a
 * permission in a guild is for guilds only.
 */
final class CommandContexts {
    private final Set<OutsideConfig> outside;

    CommandContexts(Set<OutsideConfig> outside) {
        this.outside = outside;
    }

    SlashCommandData put(SlashCommandData command) {
        return isForGuildsOnly(command)
                ? command.setContexts(InteractionContextType.GUILD).setIntegrationTypes(IntegrationType.GUILD_INSTALL)
                : command.setContexts(contexts()).setIntegrationTypes(installations());
    }

    static boolean isForGuildsOnly(CommandData command) {
        return !command.getDefaultPermissions().equals(DefaultMemberPermissions.ENABLED);
    }

    private Set<InteractionContextType> contexts() {
        Set<InteractionContextType> contexts = EnumSet.of(InteractionContextType.GUILD);
        if (outside.contains(OutsideConfig.DIRECT_MESSAGES)) {
            contexts.add(InteractionContextType.BOT_DM);
        }
        if (outside.contains(OutsideConfig.USER_INSTALL)) {
            contexts.add(InteractionContextType.PRIVATE_CHANNEL);
        }
        return contexts;
    }

    private Set<IntegrationType> installations() {
        Set<IntegrationType> installations = EnumSet.of(IntegrationType.GUILD_INSTALL);
        if (outside.contains(OutsideConfig.USER_INSTALL)) {
            installations.add(IntegrationType.USER_INSTALL);
        }
        return installations;
    }
}
