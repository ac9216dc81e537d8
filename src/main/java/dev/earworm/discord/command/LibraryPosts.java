package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.delivery.Post.PostMenu;
import dev.earworm.discord.delivery.StatusPosts;
import dev.earworm.discord.words.CostSentences;
import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Visibility;
import dev.earworm.library.LibrarySong;
import dev.earworm.library.Shelf;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.utils.TimeFormat;

/** The library as members read it. */
public final class LibraryPosts {
    private static final int TITLE_SHOWN = 60;
    private static final int MODEL_SHOWN = 40;
    private static final int PROMPT_SHOWN = 300;

    private final StatusPosts songs;

    public LibraryPosts(StatusPosts songs) {
        this.songs = songs;
    }

    /**
     * Songs in a list, to choose one of.
     *
     * @param older the first song of the page after this one
     * @param newer the first song of this page, where there is one before
     */
    Post page(Shelf shelf, List<LibrarySong> page, Optional<JobId> older, Optional<JobId> newer) {
        if (page.isEmpty()) {
            return Post.of(empty(shelf.kind()));
        }
        Post post = listed(heading(shelf.kind()), shelf, page);
        if (newer.isPresent()) {
            post = post.with(turn(Action.LIBRARY_NEWER, newer.get(), shelf.kind(), say("library.newer")));
        }
        if (older.isPresent()) {
            post = post.with(turn(Action.LIBRARY_FROM, older.get(), shelf.kind(), say("library.older")));
        }
        return post;
    }

    /** Songs that were sought; without a page after it. */
    Post found(Shelf shelf, String typed, List<LibrarySong> found, boolean areAll) {
        String shown = MemberWords.shown(typed, TITLE_SHOWN);
        if (found.isEmpty()) {
            return Post.of(say("library.nothing-found", shown));
        }
        Post post = listed(say("library.found", shown), shelf, found);
        return areAll ? post : post.saying(post.content() + "\n" + say("library.only-newest", found.size()));
    }

    private Post listed(String heading, Shelf shelf, List<LibrarySong> page) {
        String lines = page.stream().map(song -> line(song, shelf)).collect(Collectors.joining("\n"));
        return Post.of(heading + "\n" + lines)
                .with(new PostMenu(
                        new CustomId(Action.LIBRARY_SONG, page.getFirst().id()),
                        say("library.open"),
                        page.stream()
                                .map(song -> new PostMenu.Entry(
                                        choice(song), song.id().value()))
                                .toList()));
    }

    private static PostButton turn(Action action, JobId edge, Shelf.Kind kind, String label) {
        return new PostButton(new CustomId(action, edge).of(kind.ordinal()), label, ButtonStyle.SECONDARY);
    }

    private static String heading(Shelf.Kind kind) {
        return switch (kind) {
            case MINE -> say("library.mine");
            case FAVOURITES -> say("library.favourites");
            case EVERYONE -> say("library.everyone");
        };
    }

    private static String empty(Shelf.Kind kind) {
        return switch (kind) {
            case MINE -> say("library.empty-mine");
            case FAVOURITES -> say("library.empty-favourites");
            case EVERYONE -> say("library.empty-everyone");
        };
    }

    private String line(LibrarySong song, Shelf shelf) {
        String line = say("library.line", title(song), length(song), model(song), day(song));
        return notes(song, shelf).reduce(line, (before, note) -> say("library.line-note", before, note));
    }

    private static Stream<String> notes(LibrarySong song, Shelf shelf) {
        if (shelf.kind() == Shelf.Kind.EVERYONE) {
            return Stream.of(say("library.by", mention(song)));
        }
        List<String> notes = new ArrayList<>();
        if (song.favourite()) {
            notes.add(say("library.is-favourite"));
        }
        if (waits(song)) {
            notes.add(say("library.waits"));
        }
        return notes.stream();
    }

    private static boolean waits(LibrarySong song) {
        return song.job().keptUntil().isPresent() && song.job().trackMessage().isEmpty();
    }

    /** As it is offered in menus and while it is typed; plain text. */
    static String choice(LibrarySong song) {
        String day =
                song.job().acceptedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        String title = song.title();
        String prompt = song.job().request().prompt();
        return Choices.name(prompt.startsWith(title) ? day + " · " + prompt : day + " · " + title + " · " + prompt);
    }

    /** One song with all that its reader may do with it. */
    Post song(LibrarySong song, Account reader) {
        CustomId send = new CustomId(Action.LIBRARY_SEND, song.id());
        Post post = Post.of(facts(song, reader)).with(new PostButton(send, say("library.send"), ButtonStyle.PRIMARY));
        return song.isOf(reader) ? withChanges(post, song) : post;
    }

    private static Post withChanges(Post post, LibrarySong song) {
        PostButton favour = song.favourite()
                ? button(Action.LIBRARY_UNFAVOUR, song, say("library.unfavour"))
                : button(Action.LIBRARY_FAVOUR, song, say("library.favour"));
        return post.with(button(Action.LIBRARY_RENAME, song, say("library.rename")))
                .with(favour)
                .with(button(Action.LIBRARY_DELETE, song, say("library.delete")));
    }

    private static PostButton button(Action action, LibrarySong song, String label) {
        return new PostButton(new CustomId(action, song.id()), label, ButtonStyle.SECONDARY);
    }

    private String facts(LibrarySong song, Account reader) {
        Job job = song.job();
        String prompt = MemberWords.shown(job.request().prompt(), PROMPT_SHOWN);
        List<String> lines = new ArrayList<>();
        lines.add(say("library.song", title(song), prompt, length(song), model(song), day(song)));
        if (!song.isOf(reader)) {
            lines.add(say("library.asked-by", mention(song)));
        } else {
            CostSentences.of(job.costs()).ifPresent(cost -> lines.add(say("library.cost", cost)));
            if (song.favourite()) {
                lines.add(say("library.is-favourite"));
            }
            if (job.destination().visibility() == Visibility.PRIVATE) {
                lines.add(say("library.private"));
            }
        }
        lines.add(place(job));
        return String.join("\n", lines);
    }

    private static String place(Job job) {
        if (job.keptUntil().isPresent()) {
            return say("library.kept", longDay(job.keptUntil().get()));
        }
        return job.trackMessage()
                .map(at -> isDirect(job, at) ? say("library.direct") : say("library.posted", url(job, at)))
                .orElseGet(() -> say("library.nowhere"));
    }

    private static boolean isDirect(Job job, PostedAt at) {
        return job.destination().visibility() == Visibility.PRIVATE
                && !at.channel().equals(job.destination().channel());
    }

    static String url(Job job, PostedAt at) {
        GuildId guild = job.account().guild();
        return "https://discord.com/channels/%s/%s/%s"
                .formatted(guild.isOutside() ? "@me" : guild, at.channel(), at.message());
    }

    /** Whether it shall really be put away. */
    Post sure(LibrarySong song) {
        return Post.of(say("library.sure", title(song)))
                .with(new PostButton(
                        new CustomId(Action.LIBRARY_REMOVE, song.id()), say("library.remove"), ButtonStyle.DANGER))
                .with(new PostButton(
                        new CustomId(Action.LIBRARY_REMOVE_MESSAGES, song.id()),
                        say("library.remove-messages"),
                        ButtonStyle.DANGER))
                .with(button(Action.LIBRARY_SONG, song, say("library.leave")));
    }

    static String title(LibrarySong song) {
        return MemberWords.shown(song.title(), TITLE_SHOWN);
    }

    private static String length(LibrarySong song) {
        return Lengths.clock(song.job().request().length());
    }

    private String model(LibrarySong song) {
        return MemberWords.shortened(songs.model(song.job()), MODEL_SHOWN);
    }

    private static String mention(LibrarySong song) {
        return MemberWords.mention(song.job().account().user());
    }

    private static String day(LibrarySong song) {
        return TimeFormat.DATE_SHORT.atInstant(song.job().acceptedAt()).toString();
    }

    private static String longDay(Instant instant) {
        return TimeFormat.DATE_LONG.atInstant(instant).toString();
    }
}
