package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Resend;
import dev.earworm.jobs.Visibility;
import dev.earworm.library.LibrarySong;
import dev.earworm.library.LibraryStore;
import dev.earworm.library.Reader;
import dev.earworm.library.Resent;
import dev.earworm.library.SongResending;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.Interaction;

/**
 * Sends a song of the library again: a public one to the channel where that was asked for, a private one to its member
 * alone.
 */
public final class LibrarySending {
    private final LibraryStore store;
    private final SongResending resending;
    private final HouseRules rules;
    private final UploadLimits uploadLimits;
    private final Languages languages;

    public LibrarySending(
            LibraryStore store,
            SongResending resending,
            HouseRules rules,
            UploadLimits uploadLimits,
            Languages languages) {
        this.store = store;
        this.rules = rules;
        this.resending = resending;
        this.uploadLimits = uploadLimits;
        this.languages = languages;
    }

    public Reply send(Interaction interaction, JobId id) {
        Reader reader = Origin.reader(interaction);
        return store.find(id, reader)
                .map(song -> send(interaction, song, reader.account()))
                .orElseGet(LibraryDesk::noSuchSong);
    }

    private Reply send(Interaction interaction, LibrarySong song, Account reader) {
        Visibility visibility = song.job().destination().visibility();
        Optional<String> obstacle =
                obstacle(interaction, visibility).or(() -> Preflight.obstacle(interaction, visibility));
        if (obstacle.isPresent()) {
            return Reply.of(obstacle.get());
        }
        Destination destination = new Destination(
                new ChannelId(interaction.getChannelIdLong()),
                visibility,
                Optional.of(Origin.token(interaction)),
                uploadLimits.of(interaction, visibility),
                languages.of(interaction, visibility).locale(),
                Origin.venue(interaction));
        // Of this press: a repeat of it posts nothing more, another press does.
        Resend wish = new Resend(destination, reader.user(), "l" + interaction.getId());
        return Reply.of(sentence(song, destination, resent(song.job(), wish)));
    }

    /** What one member alone sees may come anywhere. */
    private Optional<String> obstacle(Interaction interaction, Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> rules.obstacleToPosting(interaction);
            case PRIVATE -> Optional.empty();
        };
    }

    private Resent resent(Job job, Resend wish) {
        try {
            return resending.resend(job, wish);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Resent.Unreachable("shutting down");
        }
    }

    private static String sentence(LibrarySong song, Destination destination, Resent resent) {
        return switch (resent) {
            case Resent.Posted posted -> sent(song.job(), destination, posted.at());
            case Resent.Gone _ -> say("library.gone", LibraryPosts.title(song));
            case Resent.TooLarge _ -> say("library.too-large");
            case Resent.Closed _ -> say("library.closed");
            case Resent.Unreachable _ -> say("library.try-later");
            case Resent.AlreadyUnderWay _ -> say("library.under-way");
        };
    }

    private static String sent(Job job, Destination destination, PostedAt at) {
        return switch (destination.visibility()) {
            case PUBLIC -> say("library.sent", LibraryPosts.url(job, at));
            case PRIVATE ->
                at.channel().equals(destination.channel()) ? say("library.sent-below") : say("library.sent-directly");
        };
    }
}
