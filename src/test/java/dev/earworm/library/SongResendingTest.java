package dev.earworm.library;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Finished;
import dev.earworm.jobs.FinishedStems;
import dev.earworm.jobs.FinishedTrack;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.KeptFiles;
import dev.earworm.jobs.KeptStems;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Publication;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Resend;
import dev.earworm.jobs.SongArchive;
import dev.earworm.jobs.SongArchive.Retrieval;
import dev.earworm.jobs.SongFiles;
import dev.earworm.jobs.TrackPreparer.Outcome;
import dev.earworm.jobs.TrackPublisher;
import dev.earworm.storage.Database;
import dev.earworm.storage.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongResendingTest {
    private static final PostedAt HERE = new PostedAt(new ChannelId(100), new MessageId(55));
    private static final Publication POSTED = new Publication.Published(HERE);

    @TempDir
    private Path folder;

    private final List<Finished> tracks = new ArrayList<>();
    private final List<Long> limits = new ArrayList<>();
    private final Deque<Supplier<Publication>> answers = new ArrayDeque<>();
    private Database database;
    private FinishedSongs songs;
    private KeptSongs kept;
    private Retrieval retrieval = new Retrieval.Retrieved("river.mp3");

    @BeforeEach
    void open() {
        database = Database.open(Engine.usual().in(folder));
        songs = new FinishedSongs(database.jobs());
        kept = new KeptSongs(database.keptSongs(), new KeptFiles(folder.resolve("kept")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSongIsPostedOnceMoreAndItsCopyIsKnown() throws InterruptedException {
        Job job = songs.posted(ALICE, "a calm river", NOON);

        assertThat(resend(job)).isEqualTo(new Resent.Posted(HERE));

        assertThat(tracks).hasSize(1);
        assertThat(database.copies().of(job.id())).containsExactly(HERE);
        assertThat(found(job).trackMessage()).isEqualTo(job.trackMessage());
        assertThat(folder.resolve("again").resolve(job.id().value())).doesNotExist();
    }

    @Test
    void aKeptSongIsWhereItWasPostedFromThenOnAndItsFileIsGone() throws Exception {
        Job job = keptSong();

        assertThat(resend(job)).isEqualTo(new Resent.Posted(HERE));

        assertThat(found(job).trackMessage()).contains(HERE);
        assertThat(found(job).keptUntil()).isEmpty();
        assertThat(keptFile(job)).doesNotExist();
    }

    @Test
    void aCrashBeforeThePlaceIsWrittenKeepsTheSong() throws Exception {
        Job job = keptSong();
        answers.add(() -> {
            throw new IllegalStateException("the power was cut");
        });
        assertThatThrownBy(() -> resend(job)).hasMessageContaining("the power was cut");

        assertThat(found(job).keptUntil()).isPresent();
        assertThat(keptFile(job)).exists();
        assertThat(resend(job)).isInstanceOf(Resent.Posted.class);
    }

    @Test
    void aFileThatACrashLeftBehindIsSweptAwayAndNoOther() throws Exception {
        Job waiting = keptSong();
        Job handedOver = keptSong();
        database.keptSongs().handedOver(handedOver.id(), HERE);

        kept.sweep();

        assertThat(keptFile(waiting)).exists();
        assertThat(keptFile(handedOver)).doesNotExist();
    }

    @Test
    void aSongThatWasKeptForThirtyDaysIsDropped() throws Exception {
        Job job = keptSong();

        kept.dropExpired(NOON.plus(Duration.ofDays(29)));
        assertThat(keptFile(job)).exists();

        kept.dropExpired(NOON.plus(Duration.ofDays(30)));
        assertThat(keptFile(job)).doesNotExist();
        assertThat(found(job).keptUntil()).isEmpty();
    }

    @Test
    void aSongThatOnlyAnAnswerHasStaysKept() throws Exception {
        Job job = keptSong();
        answers.add(() -> new Publication.Answered(HERE));

        assertThat(resend(job)).isEqualTo(new Resent.Posted(HERE));

        assertThat(found(job).keptUntil()).isPresent();
        assertThat(keptFile(job)).exists();
        assertThat(database.copies().of(job.id())).isEmpty();
    }

    @Test
    void aSongThatIsTooLargeIsMadeSmallerUntilItFits() throws InterruptedException {
        Job job = songs.posted(ALICE, "a calm river", NOON);
        answers.add(() -> new Publication.TooLarge(8_000));

        assertThat(resend(job)).isInstanceOf(Resent.Posted.class);
        assertThat(limits).containsExactly(10_000L, 7_500L);

        for (int i = 0; i < 20; i++) {
            answers.add(() -> new Publication.TooLarge(8_000));
        }
        assertThat(resend(job)).isInstanceOf(Resent.TooLarge.class);
    }

    @Test
    void whatCannotBeFetchedIsSaid() throws InterruptedException {
        Job job = songs.posted(ALICE, "a calm river", NOON);

        retrieval = new Retrieval.Gone("deleted");
        assertThat(resend(job)).isEqualTo(new Resent.Gone("deleted"));
        retrieval = new Retrieval.Unreachable("HTTP 503");
        assertThat(resend(job)).isEqualTo(new Resent.Unreachable("HTTP 503"));
        retrieval = new Retrieval.Retrieved("river.mp3");
        answers.add(() -> new Publication.Undeliverable("all closed"));
        assertThat(resend(job)).isEqualTo(new Resent.Closed("all closed"));
        answers.add(() -> new Publication.TryLater(Duration.ofSeconds(1), "HTTP 500"));
        assertThat(resend(job)).isEqualTo(new Resent.Unreachable("HTTP 500"));
        assertThat(tracks).isEmpty();
    }

    @Test
    void twoWishesAtOnceAreOneSong() throws InterruptedException {
        Job job = songs.posted(ALICE, "a calm river", NOON);
        List<Resent> second = new ArrayList<>();
        SongResending resending = resending();
        answers.add(() -> {
            second.add(wish(resending, job));
            return POSTED;
        });

        assertThat(wish(resending, job)).isInstanceOf(Resent.Posted.class);
        assertThat(second).containsExactly(new Resent.AlreadyUnderWay());
        assertThat(wish(resending, job)).isInstanceOf(Resent.Posted.class);
    }

    @Test
    void keptStemsArePostedAsTheyAreAndGone() throws Exception {
        Job job = songs.keptStems(songs.posted(ALICE, "a calm river", NOON), NOON.plus(Duration.ofDays(30)));
        Path waiting =
                Files.createDirectories(folder.resolve("kept").resolve(job.id().value()));
        Files.writeString(waiting.resolve("a-calm-river-bass.mp3"), "boom");
        Files.writeString(waiting.resolve("a-calm-river-drums.mp3"), "clap");

        assertThat(resend(job)).isEqualTo(new Resent.Posted(HERE));

        assertThat(tracks)
                .singleElement()
                .isInstanceOfSatisfying(
                        FinishedStems.class,
                        stems -> assertThat(stems.stems())
                                .extracting(FinishedStems.Stem::name)
                                .containsExactly("bass", "drums"));
        assertThat(found(job).keptUntil()).isEmpty();
        assertThat(waiting).doesNotExist();
    }

    @Test
    void stemsThatWerePostedAreNotPostedAgain() throws Exception {
        Job job = songs.keptStems(songs.posted(ALICE, "a calm river", NOON), NOON.plus(Duration.ofDays(30)));

        assertThat(resend(job)).isInstanceOf(Resent.Gone.class);
        assertThat(tracks).isEmpty();
    }

    private Job keptSong() throws IOException {
        Job job = songs.kept(ALICE, "a calm river", NOON, NOON.plus(Duration.ofDays(30)));
        Files.createDirectories(keptFile(job).getParent());
        Files.writeString(keptFile(job), "sound");
        return job;
    }

    private Path keptFile(Job job) {
        return folder.resolve("kept").resolve(job.id().value()).resolve("river.mp3");
    }

    private Job found(Job job) {
        return database.jobs().find(job.id()).orElseThrow();
    }

    private Resent resend(Job job) throws InterruptedException {
        return resending().resend(job, new Resend(small(job), ALICE.user(), "nonce"));
    }

    private static Resent wish(SongResending resending, Job job) {
        try {
            return resending.resend(job, new Resend(small(job), ALICE.user(), "nonce"));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Destination small(Job job) {
        return new Destination(
                job.destination().channel(),
                job.destination().visibility(),
                job.destination().interaction(),
                10_000,
                job.destination().language());
    }

    private SongResending resending() {
        SongArchive archive = (_, target) -> {
            write(target);
            return retrieval;
        };
        return new SongResending(
                archive,
                new SongFiles(folder.resolve("again")),
                (_, raw, limit) -> {
                    limits.add(limit);
                    return new Outcome.Prepared(
                            new FinishedTrack(raw, "river.mp3", "River", Duration.ofSeconds(30), limit));
                },
                new Publisher(),
                kept,
                new KeptStems(new KeptFiles(folder.resolve("kept"))),
                database.copies(),
                () -> NOON);
    }

    private static void write(Path target) {
        try {
            Files.writeString(target, "sound");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Publisher implements TrackPublisher {
        @Override
        public Publication publish(Job job, Finished finished) {
            throw new IllegalStateException("it was published before");
        }

        @Override
        public Publication resend(Job job, Finished finished, Resend wish) {
            Supplier<Publication> answer = answers.poll();
            Publication publication = answer == null ? POSTED : answer.get();
            if (publication instanceof Publication.Published) {
                tracks.add(finished);
            }
            return publication;
        }

        @Override
        public Publication refuse(Job job, Refusal refusal) {
            throw new IllegalStateException("it was not refused");
        }

        @Override
        public Publication announceKept(Job job) {
            throw new IllegalStateException("it was announced before");
        }
    }
}
