package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.Prompts;
import dev.earworm.library.LibraryRemoval;
import dev.earworm.library.LibraryRemoval.Outcome;
import dev.earworm.library.LibrarySong;
import dev.earworm.library.LibraryStore;
import dev.earworm.library.Reader;
import dev.earworm.library.Search;
import dev.earworm.library.Shelf;
import dev.earworm.music.JobId;
import dev.earworm.music.Providers;
import dev.earworm.quota.Account;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/**
 * Where members look through their songs and change what they keep of them. Ids may be forged; what they name is shown and
 * changed only as far as the member may.
 */
public final class LibraryDesk {
    private static final int PAGE = 8;

    private final LibraryStore store;
    private final LibraryRemoval removal;
    private final WordCheck words;
    private final LibraryPosts posts;
    private final Providers providers;

    public LibraryDesk(
            LibraryStore store, LibraryRemoval removal, WordCheck words, LibraryPosts posts, Providers providers) {
        this.store = store;
        this.removal = removal;
        this.words = words;
        this.posts = posts;
        this.providers = providers;
    }

    /** The first page. */
    public Reply newest(Shelf shelf) {
        return page(shelf, store.newest(shelf, Search.ALL, PAGE + 1));
    }

    /** The page that begins with this song, or where it would be. */
    public Reply from(Shelf shelf, JobId first) {
        return page(shelf, store.from(shelf, first, PAGE + 1));
    }

    /** The page before this song. */
    public Reply newer(Shelf shelf, JobId song) {
        List<LibrarySong> newer = store.newerThan(shelf, song, PAGE);
        return newer.isEmpty() ? newest(shelf) : from(shelf, newer.getFirst().id());
    }

    private Reply page(Shelf shelf, List<LibrarySong> andOneMore) {
        List<LibrarySong> page = andOneMore.stream().limit(PAGE).toList();
        Optional<JobId> older = andOneMore.stream().skip(PAGE).findFirst().map(LibrarySong::id);
        Optional<JobId> newer = page.stream()
                .findFirst()
                .map(LibrarySong::id)
                .filter(first -> !store.newerThan(shelf, first, 1).isEmpty());
        return Reply.of(posts.page(shelf, page, older, newer));
    }

    /** A song that was chosen, or all that fit what was typed instead. */
    Reply find(Shelf shelf, String typed) {
        Optional<LibrarySong> chosen = Optional.of(typed.strip())
                .filter(JobId::isValid)
                .flatMap(id -> store.find(new JobId(id), shelf.reader()));
        if (chosen.isPresent()) {
            return Reply.of(posts.song(chosen.get(), shelf.reader().account()));
        }
        List<LibrarySong> found = store.newest(shelf, Search.of(typed, providers), PAGE + 1);
        return Reply.of(posts.found(
                shelf, Prompts.line(typed), found.stream().limit(PAGE).toList(), found.size() <= PAGE));
    }

    /** What is offered while words are typed. */
    List<Choice> choices(Shelf shelf, String typed) {
        return store.newest(shelf, Search.of(typed, providers), OptionData.MAX_CHOICES).stream()
                .map(song -> new Choice(LibraryPosts.choice(song), song.id().value()))
                .toList();
    }

    public Reply song(JobId id, Reader reader) {
        return store.find(id, reader)
                .map(song -> Reply.of(posts.song(song, reader.account())))
                .orElseGet(LibraryDesk::noSuchSong);
    }

    private Reply ownSong(JobId id, Account member) {
        return withSong(id, member, song -> Reply.of(posts.song(song, member)));
    }

    public Reply favour(JobId id, Account member) {
        return store.favour(id, member) ? ownSong(id, member) : noSuchSong();
    }

    public Reply unfavour(JobId id, Account member) {
        return store.unfavour(id, member) ? ownSong(id, member) : noSuchSong();
    }

    /** Why a song cannot be called that, in a sentence. */
    public Optional<String> obstacle(Account member, String title) {
        return words.obstacle(member, title);
    }

    public Reply rename(JobId id, Account member, String title) {
        return store.rename(id, member, title) ? ownSong(id, member) : noSuchSong();
    }

    /** The member's own song. */
    public Optional<LibrarySong> own(JobId id, Account member) {
        return store.own(id, member);
    }

    public Reply askWhetherToDelete(JobId id, Account member) {
        return own(id, member).map(song -> Reply.of(posts.sure(song))).orElseGet(LibraryDesk::noSuchSong);
    }

    public Reply remove(JobId id, Account member) {
        return withSong(id, member, song -> switch (removal.remove(id, member)) {
            case Outcome.Removed _, Outcome.RemovedButPosted _ ->
                Reply.of(say("library.removed", LibraryPosts.title(song)));
            case Outcome.TryLater _ -> Reply.of(say("library.try-later"));
            case Outcome.NoSuchSong _ -> noSuchSong();
        });
    }

    public Reply removeWithMessages(JobId id, Account member) {
        return withSong(id, member, song -> switch (removal.removeWithMessages(id, member)) {
            case Outcome.Removed _ -> Reply.of(say("library.removed-messages", LibraryPosts.title(song)));
            case Outcome.RemovedButPosted _ -> Reply.of(say("library.removed-but-posted", LibraryPosts.title(song)));
            case Outcome.TryLater _ -> Reply.of(say("library.try-later"));
            case Outcome.NoSuchSong _ -> noSuchSong();
        });
    }

    private Reply withSong(JobId id, Account member, Function<LibrarySong, Reply> answer) {
        return store.own(id, member).map(answer).orElseGet(LibraryDesk::noSuchSong);
    }

    static Reply noSuchSong() {
        return Reply.of(say("library.no-such-song"));
    }
}
