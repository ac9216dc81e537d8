package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.delivery.StatusBoard;
import dev.earworm.discord.delivery.StatusPosts;
import dev.earworm.discord.words.Language;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.OptionSentences;
import dev.earworm.discord.words.OverQuotaSentences;
import dev.earworm.discord.words.QuotaSentences;
import dev.earworm.jobs.Acceptance;
import dev.earworm.jobs.Acceptance.Accepted;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongOrder;
import dev.earworm.jobs.SongService;
import dev.earworm.music.JobId;
import dev.earworm.music.Providers;
import java.util.function.Supplier;

/** Where songs are ordered, by whatever command or button, and where what became of an order is put into words. */
public final class SongDesk {
    private final SongService songs;
    private final WordCheck words;
    private final StatusPosts posts;
    private final StatusBoard board;
    private final OptionSentences options;

    public SongDesk(SongService songs, WordCheck words, StatusPosts posts, StatusBoard board, Providers providers) {
        this.songs = songs;
        this.words = words;
        this.posts = posts;
        this.board = board;
        this.options = new OptionSentences(providers);
    }

    Ordered order(SongOrder order) {
        return withWords(order, () -> ordered(songs.accept(order), order));
    }

    /** The one place that every song comes by, whoever orders it from wherever, unless it was asked for before. */
    private Ordered withWords(SongOrder order, Supplier<Ordered> ordering) {
        return words.obstacle(order.account(), order.request())
                .<Ordered>map(sentence -> new Ordered.Open(Reply.of(sentence)))
                .orElseGet(ordering);
    }

    /** Orders what a refused song may be instead; at most one song comes of it, however often it is asked. */
    Ordered orderInstead(JobId refused, SongOrder order) {
        return withWords(order, () -> ordered(songs.acceptInstead(refused, order), order));
    }

    /** Orders a song whose id is known beforehand; one at most comes of it, and as long as none does it can be asked again. */
    Ordered orderPlanned(JobId song, SongOrder order) {
        return withWords(order, () -> orderOnce(songs.acceptAnew(song, order), order, say("plan.used")));
    }

    /** Orders the song of one interaction; at most one comes of it, however often Discord hands it over. */
    Ordered orderOnce(JobId song, SongOrder order) {
        return withWords(order, () -> orderOnce(songs.accept(song, order), order, say("again.used")));
    }

    /** The same for stems, of which none are made twice at once either. */
    Ordered orderStems(JobId id, SongOrder order) {
        return orderOnce(songs.accept(id, order), order, say("stems.in-the-works"));
    }

    private Ordered orderOnce(Acceptance acceptance, SongOrder order, String used) {
        return switch (acceptance) {
            case Acceptance.AlreadyAccepted _ -> new Ordered.Used(Reply.of(used));
            case Accepted _,
                    Acceptance.OverQuota _,
                    Acceptance.Blocked _,
                    Acceptance.Unpriced _,
                    Acceptance.Unfit _,
                    Acceptance.UnknownModel _,
                    Acceptance.ProviderUnusable _,
                    Acceptance.NoRoom _ -> ordered(acceptance, order);
        };
    }

    private Ordered ordered(Acceptance acceptance, SongOrder order) {
        Reply reply = reply(acceptance, order);
        return switch (acceptance) {
            case Accepted _ -> new Ordered.Taken(reply);
            case Acceptance.AlreadyAccepted _ -> new Ordered.Used(reply);
            case Acceptance.OverQuota _,
                    Acceptance.Blocked _,
                    Acceptance.Unpriced _,
                    Acceptance.Unfit _,
                    Acceptance.UnknownModel _,
                    Acceptance.ProviderUnusable _,
                    Acceptance.NoRoom _ -> new Ordered.Open(reply);
        };
    }

    /** Whether a wish can be asked again. */
    public sealed interface Ordered {
        Reply reply();

        /** It is used up. */
        record Taken(Reply reply) implements Ordered {}

        /** It was used up before. */
        record Used(Reply reply) implements Ordered {}

        /** Nothing was reserved; another time it may do. */
        record Open(Reply reply) implements Ordered {}
    }

    private Reply reply(Acceptance acceptance, SongOrder order) {
        return switch (acceptance) {
            case Accepted accepted -> status(accepted);
            case Acceptance.AlreadyAccepted _ -> Reply.of(say("suggestion.used"));
            case Acceptance.OverQuota over -> Reply.of(OverQuotaSentences.of(over.exceeded()));
            case Acceptance.Blocked _ -> Reply.of(say("blocked"));
            case Acceptance.Unpriced unpriced -> Reply.of(options.unpriced(unpriced.model()));
            case Acceptance.Unfit unfit -> Reply.of(options.of(unfit.model(), order.request(), unfit.problems()));
            case Acceptance.UnknownModel unknown ->
                Reply.of(options.unknownModel(unknown.model().toString()));
            case Acceptance.ProviderUnusable unusable ->
                Reply.of(say("provider-unusable", MemberWords.shown(unusable.provider(), 60)));
            case Acceptance.NoRoom _ -> Reply.of(say("no-room"));
        };
    }

    private Reply status(Accepted accepted) {
        Job job = accepted.job();
        Post post = Language.of(job.destination().language())
                .render(() -> posts.of(job, accepted.forecast(), QuotaSentences.left(accepted.quota())));
        return new Reply(post, message -> {
            board.shows(job, message, post, accepted.forecast());
            songs.showsStatusAt(job.id(), message);
        });
    }
}
