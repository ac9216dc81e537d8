package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Admins;
import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.command.UsageDesk;
import dev.earworm.discord.command.UsageView;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.music.JobId;
import dev.earworm.usage.UsageSpan;
import java.util.Objects;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.FileUpload;

/** "As a spreadsheet" below {@code /admin usage}: every song of these days, in a file for whoever pressed alone. */
public final class UsageSheetButton implements ButtonHandler {
    private final UsageDesk desk;

    public UsageSheetButton(UsageDesk desk) {
        this.desk = desk;
    }

    @Override
    public Action action() {
        return Action.USAGE_SHEET;
    }

    @Override
    public RestAction<?> acknowledgement(ButtonInteractionEvent event) {
        return event.deferReply(true);
    }

    @Override
    public void press(ButtonInteractionEvent event, JobId song) {
        Optional<UsageSpan> span = CustomId.parse(event.getComponentId()).flatMap(UsageView::span);
        if (!Admins.isOne(event)) {
            Answers.fill(event.getHook(), Reply.of(say("admin.not-yours")));
        } else if (span.isEmpty()) {
            Answers.fill(event.getHook(), Reply.of(say("usage.no-such-view")));
        } else {
            UsageDesk.Sheet sheet = desk.sheet(Objects.requireNonNull(event.getGuild()), span.get());
            Answers.fill(event.getHook(), Reply.of(say("usage.sheet-is-here")), file(sheet));
        }
    }

    /** Packed where that is needed: very many songs make a file larger than Discord takes. */
    private static FileUpload file(UsageDesk.Sheet sheet) {
        String name = sheet.fileName() + ".csv";
        return sheet.csv().length <= Message.MAX_FILE_SIZE
                ? FileUpload.fromData(sheet.csv(), name)
                : FileUpload.fromData(ZippedFile.of(name, sheet.csv()), sheet.fileName() + ".zip");
    }
}
