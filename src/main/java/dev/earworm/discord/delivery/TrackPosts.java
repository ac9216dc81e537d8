package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.QuotaSentences;
import dev.earworm.jobs.FinishedTrack;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.QuotaStatus;
import dev.earworm.quota.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** The message that a finished song comes in: it mentions its member and pings nobody else. */
final class TrackPosts {
    private static final int TITLE_SHOWN = 100;

    private final StatusPosts songs;

    TrackPosts(StatusPosts songs) {
        this.songs = songs;
    }

    /** How the facts about a song are laid out. */
    enum Layout {
        EMBED,
        /** Discord drops embeds without a word where the bot may not post any. */
        ONE_LINE
    }

    MessageCreateData of(Job job, FinishedTrack track, QuotaStatus quota, Layout layout) {
        UserId member = job.account().user();
        MessageCreateBuilder message = new MessageCreateBuilder()
                .setAllowedMentions(List.of())
                .mentionUsers(member.value())
                .setFiles(upload(track));
        switch (layout) {
            case EMBED ->
                message.setContent(say("track.ready", mention(member))).setEmbeds(embed(job, track, quota));
            case ONE_LINE ->
                message.setContent(say(
                        "track.in-one-line",
                        mention(member),
                        title(track),
                        Lengths.clock(track.length()),
                        songs.model(job),
                        QuotaSentences.left(quota)));
        }
        return message.build();
    }

    static String mention(UserId user) {
        return "<@" + user + ">";
    }

    private MessageEmbed embed(Job job, FinishedTrack track, QuotaStatus quota) {
        return new EmbedBuilder()
                .setTitle(title(track))
                .addField(say("track.length"), Lengths.clock(track.length()), true)
                .addField(say("track.model"), songs.model(job), true)
                .addField(say("track.quota"), QuotaSentences.left(quota), true)
                .build();
    }

    private static String title(FinishedTrack track) {
        return MemberWords.shown(track.title(), TITLE_SHOWN);
    }

    /** Opened anew for each attempt and streamed; {@code FileUpload.fromData} would read the whole file into memory. */
    private static FileUpload upload(FinishedTrack track) {
        return FileUpload.fromStreamSupplier(track.fileName(), () -> open(track.file()));
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
