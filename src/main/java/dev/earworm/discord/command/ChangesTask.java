package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.MemberWords;
import dev.earworm.settings.AuditEntry;
import dev.earworm.settings.AuditLog;
import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.utils.TimeFormat;

/** {@code /admin changes}: what the admins of this guild have done, the latest first. */
public final class ChangesTask implements AdminTask {
    private static final int MOST = 15;

    private final AuditLog audit;

    public ChangesTask(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public SubcommandData data() {
        return new SubcommandData("changes", say("command.admin.changes.description"));
    }

    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        List<AuditEntry> latest = audit.latest(Origin.guild(event), MOST);
        return Reply.of(latest.isEmpty() ? say("admin.no-changes") : listed(latest));
    }

    /** As many as fit into one message. */
    private static String listed(List<AuditEntry> latest) {
        StringBuilder text = new StringBuilder(say("admin.changes"));
        for (AuditEntry entry : latest) {
            String line = "\n" + say("admin.change", TimeFormat.DATE_TIME_SHORT.format(entry.at()), entry.what());
            if (text.length() + line.length() > Message.MAX_CONTENT_LENGTH) {
                return MemberWords.shortened(text + line, Message.MAX_CONTENT_LENGTH);
            }
            text.append(line);
        }
        return text.toString();
    }
}
