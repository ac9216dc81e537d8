package dev.earworm.discord.delivery;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.SongArchive;
import dev.earworm.jobs.SongCopies;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Message.Attachment;

/**
 * Fetches the message of a song again, and its audio from the address that comes with it: addresses of attachments live
 * for about a day only
 * (<a href="https://docs.discord.com/developers/reference#signed-attachment-cdn-urls">Discord on signed addresses</a>).
 *
 * <p>In a guild's channel the bot needs View Channel and Read Message History.
 */
public final class DiscordSongArchive implements SongArchive {
    private static final Set<String> AUDIO = Set.of("mp3", "ogg", "flac", "wav");

    private final PostedMessages messages;
    private final SongCopies copies;
    private final Download download;

    public DiscordSongArchive(Shards shards, SongCopies copies, Download download) {
        this.copies = copies;
        this.messages = new PostedMessages(new Places(shards));
        this.download = download;
    }

    /** Brings a file from an address to the disk. */
    @FunctionalInterface
    public interface Download {
        /** @throws java.io.UncheckedIOException when the disk fails */
        Result download(URI address, Path target) throws InterruptedException;

        /** What came of it. */
        sealed interface Result {
            record Downloaded() implements Result {}

            /** There is nothing at this address, and never will be. */
            record Gone(String detail) implements Result {}

            /** To be tried again. */
            record Unreachable(String detail) implements Result {}
        }
    }

    @Override
    public Retrieval retrieve(Job job, Path target) throws InterruptedException {
        Retrieval retrieval = new Retrieval.Gone("nobody knows where it was posted");
        for (PostedAt at : places(job)) {
            retrieval = from(job, at, target);
            if (!(retrieval instanceof Retrieval.Gone)) {
                return retrieval;
            }
        }
        return retrieval;
    }

    /** Where it was posted first; the copies have served if that is gone. */
    private List<PostedAt> places(Job job) {
        return Stream.concat(job.trackMessage().stream(), copies.of(job.id()).stream())
                .distinct()
                .toList();
    }

    private Retrieval from(Job job, PostedAt at, Path target) throws InterruptedException {
        return switch (messages.retrieve(job, at)) {
            case Sent.Done done -> fromMessage(done.message(), target);
            case Sent.Closed closed -> new Retrieval.Gone(closed.detail());
            case Sent.TooLarge tooLarge -> throw new IllegalStateException(tooLarge.detail());
            case Sent.Later later -> new Retrieval.Unreachable(later.detail());
        };
    }

    private Retrieval fromMessage(Message message, Path target) throws InterruptedException {
        Optional<Attachment> audio = audio(message.getAttachments());
        return audio.isPresent()
                ? fromAddress(audio.get(), target)
                : new Retrieval.Gone("its message has no sound any more");
    }

    private Retrieval fromAddress(Attachment audio, Path target) throws InterruptedException {
        return switch (download.download(URI.create(audio.getUrl()), target)) {
            case Download.Result.Downloaded _ -> new Retrieval.Retrieved(audio.getFileName());
            case Download.Result.Gone gone -> new Retrieval.Gone(gone.detail());
            case Download.Result.Unreachable unreachable -> new Retrieval.Unreachable(unreachable.detail());
        };
    }

    /** The song comes first; pictures follow. */
    private static Optional<Attachment> audio(List<Attachment> attachments) {
        return attachments.stream().filter(DiscordSongArchive::isAudio).findFirst();
    }

    private static boolean isAudio(Attachment attachment) {
        String extension = Optional.ofNullable(attachment.getFileExtension()).orElse("");
        return AUDIO.contains(extension.toLowerCase(Locale.ROOT));
    }
}
