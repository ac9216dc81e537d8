package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.Visibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** {@code /admin}: how the bot behaves in a guild, for those who manage it; Discord hides it from all others. */
public final class AdminCommand implements SlashCommand {
    private final List<AdminTask> tasks;

    public AdminCommand(List<AdminTask> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    @Override
    public SlashCommandData data() {
        SlashCommandData command = Commands.slash("admin", say("command.admin.description"))
                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
        Map<String, SubcommandGroupData> groups = new LinkedHashMap<>();
        for (AdminTask task : tasks) {
            task.group()
                    .ifPresentOrElse(
                            group -> groups.computeIfAbsent(group.getName(), _ -> group)
                                    .addSubcommands(task.data()),
                            () -> command.addSubcommands(task.data()));
        }
        return command.addSubcommandGroups(groups.values());
    }

    @Override
    public Visibility visibility(SlashCommandInteractionEvent event) {
        return Visibility.PRIVATE;
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        if (!Admins.isOne(event)) {
            return Reply.of(say("admin.not-yours"));
        }
        return tasks.stream()
                .filter(task -> task.data().getName().equals(event.getSubcommandName()))
                .filter(task -> task.group()
                        .map(SubcommandGroupData::getName)
                        .equals(Optional.ofNullable(event.getSubcommandGroup())))
                .findFirst()
                .map(task -> task.answer(event))
                .orElseGet(() -> Reply.of(say("unknown-command")));
    }
}
