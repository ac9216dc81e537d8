package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.PrivacyDesk;
import dev.earworm.discord.command.Reply;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.music.JobId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.FileUpload;

/** "Export everything about me": a file that only whoever pressed can see. */
public final class ExportButton implements ButtonHandler {
    private static final String NAME = "earworm-about-me.json";

    private final PrivacyDesk desk;

    public ExportButton(PrivacyDesk desk) {
        this.desk = desk;
    }

    @Override
    public Action action() {
        return Action.PRIVACY_EXPORT;
    }

    @Override
    public RestAction<?> acknowledgement(ButtonInteractionEvent event) {
        return event.deferReply(true);
    }

    @Override
    public void press(ButtonInteractionEvent event, JobId song) {
        Answers.fill(event.getHook(), Reply.of(say("privacy.exported")), file(desk.export(event)));
    }

    /** Packed where that is needed: a person with thousands of songs has a file larger than Discord takes. */
    private static FileUpload file(byte[] json) {
        return json.length <= Message.MAX_FILE_SIZE
                ? FileUpload.fromData(json, NAME)
                : FileUpload.fromData(packed(json), NAME + ".gz");
    }

    private static byte[] packed(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
