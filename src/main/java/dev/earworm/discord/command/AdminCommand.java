package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.Visibility;
import dev.earworm.settings.SettingsStore;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** {@code /admin}: how the bot behaves in a guild, for those who manage it; Discord hides it from all others. */
public final class AdminCommand implements SlashCommand {
    private static final String SETTINGS = "settings";

    private final SettingsStore settings;

    public AdminCommand(SettingsStore settings) {
        this.settings = settings;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("admin", say("command.admin.description"))
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))
                .addSubcommands(new SubcommandData(SETTINGS, say("command.admin.settings.description")));
    }

    @Override
    public Visibility visibility(SlashCommandInteractionEvent event) {
        return Visibility.PRIVATE;
    }

    /** A guild may show the command to others; it does not obey them. */
    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        if (!SettingsPosts.isAdmin(event)) {
            return Reply.of(say("admin.not-yours"));
        }
        return SETTINGS.equals(event.getSubcommandName())
                ? Reply.of(SettingsPosts.of(settings.of(Origin.account(event).guild()), event))
                : Reply.of(say("unknown-command"));
    }
}
