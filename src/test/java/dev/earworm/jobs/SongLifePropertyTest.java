package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.music.Composition;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicProvider.RepeatedSubmit;
import dev.earworm.music.PriceConfig;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Rendering;
import dev.earworm.music.Stopping;
import dev.earworm.music.Submission;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import dev.earworm.quota.Limit;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.QuotaUsage;
import dev.earworm.rules.ScratchFolder;
import dev.earworm.storage.Database;
import dev.earworm.storage.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * Whatever providers and Discord answer, wherever the power is cut and whenever its member calls it back: a song ends once,
 * its member is told once, it is ordered no oftener than may be, and no money of it is forgotten.
 */
class SongLifePropertyTest {
    private static final Usd ESTIMATE = Usd.of("0.10");
    private static final PriceConfig PRICES = PriceConfig.parse(JobFixtures.MODEL + "=0.10/song");

    /** Those of {@link JobState}, at a provider with jobs. */
    private static final Map<JobState, Set<JobState>> ARROWS = Map.of(
            JobState.QUEUED, Set.of(JobState.SUBMITTING, JobState.CANCELLED),
            JobState.SUBMITTING, Set.of(JobState.QUEUED, JobState.RENDERING, JobState.FAILED),
            JobState.RENDERING, Set.of(JobState.RENDERED, JobState.FAILED, JobState.CANCELLED),
            JobState.RENDERED, Set.of(JobState.DELIVERED, JobState.FAILED),
            JobState.DELIVERED, Set.of(),
            JobState.FAILED, Set.of(),
            JobState.CANCELLED, Set.of());

    private final ScratchFolder folder = ScratchFolder.create();
    private final Database database = Database.open(Engine.usual().in(folder.path()));

    @AfterProperty
    void close() {
        database.close();
        folder.close();
    }

    private enum Ordering {
        TAKEN,
        TAKEN_AND_CUT,
        TAKEN_AND_LOST,
        LOST,
        CUT,
        BUSY,
        DOWN,
        REFUSED,
        BAD,
        EMPTY,
        KEY_REFUSED,
        BROKEN
    }

    private enum Asking {
        RUNNING,
        CALLED_BACK,
        CUT,
        BUSY,
        DOWN,
        KEY_REFUSED,
        FAILED,
        BROKEN
    }

    private enum Fetching {
        DONE,
        CUT,
        DOWN,
        GONE
    }

    private enum Telling {
        THERE,
        THERE_AND_CUT,
        ANSWERED,
        CUT,
        LATER,
        TOO_LARGE,
        NOWHERE
    }

    /** What else is so. */
    private record Terms(
            RepeatedSubmit repeats,
            boolean isFound,
            boolean canStop,
            Optional<Usd> charged,
            OptionalInt calledBackInTurn) {}

    /** @param cuts before which of the moments the power fails, counted from the song's acceptance */
    private record Fate(
            List<Ordering> orders,
            List<Asking> questions,
            List<Fetching> fetches,
            List<Telling> posts,
            Set<Integer> cuts,
            Terms terms) {}

    @Provide
    Arbitrary<Fate> fates() {
        Arbitrary<Terms> terms = Combinators.combine(
                        Arbitraries.of(RepeatedSubmit.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Usd.of("0.04"), Usd.of("0.13")).optional(),
                        Arbitraries.integers()
                                .between(0, 4)
                                .optional(0.2)
                                .map(turn -> turn.map(OptionalInt::of).orElse(OptionalInt.empty())))
                .as(Terms::new);
        return Combinators.combine(
                        mostly(6, Ordering.class, Ordering.TAKEN, Ordering.TAKEN_AND_CUT, Ordering.TAKEN_AND_LOST),
                        mostly(5, Asking.class, Asking.RUNNING, Asking.CALLED_BACK),
                        mostly(3, Fetching.class, Fetching.DONE),
                        mostly(4, Telling.class, Telling.THERE, Telling.THERE_AND_CUT),
                        Arbitraries.integers().between(0, 25).set().ofMaxSize(4),
                        terms)
                .as(Fate::new);
    }

    /** With which a song goes on: of those that end it at once, one is enough. */
    @SafeVarargs
    private static <E extends Enum<E>> Arbitrary<List<E>> mostly(int longest, Class<E> events, E... usual) {
        return Arbitraries.oneOf(Arbitraries.of(usual), Arbitraries.of(events))
                .list()
                .ofMaxSize(longest)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 100)
    void aSongEndsOnceAndItsMemberKnowsAndEveryCentIsCounted(@ForAll("fates") Fate fate) throws Exception {
        forget();
        Life life = new Life(new SongWorkshop(database, folder.path(), List.of(), PRICES, QuotaLimits.UNLIMITED), fate);
        life.run();
        life.assertEnd();
        life.assertMoney();
        life.assertNothingMoreHappens();
        assertThat(folder.path().resolve("songs").resolve(life.id.value())).doesNotExist();
    }

    /** Every try begins with no songs; opening another database takes longer than a try. */
    private void forget() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("reservation", "job")) {
                statement.execute("DELETE FROM " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Passes by every "catch" for exceptions, as the end of a process does. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1;
    }

    private static final class Life {
        private static final int LIVES = 200;

        private final SongWorkshop workshop;
        private final Fate fate;
        private final JobId id;
        private JobState seen = JobState.QUEUED;
        private int moments;
        private int turns;
        private int taken;
        /** Orders that were begun, but for those that were surely not taken. */
        private int perhapsTaken;

        private boolean wasBegun;
        private boolean wasRefused;
        private int arrivals;
        private boolean wasCut;
        private boolean isOver;

        Life(SongWorkshop workshop, Fate fate) {
            this.workshop = workshop;
            this.fate = fate;
            fate.orders().forEach(event -> workshop.vendor.answersSubmit(() -> order(event)));
            for (int i = 0; i < 20; i++) {
                workshop.vendor.answersSubmit(() -> order(Ordering.TAKEN));
            }
            fate.questions().forEach(event -> workshop.vendor.answersPoll(() -> asked(event)));
            fate.fetches().forEach(event -> workshop.vendor.answersDownload(() -> fetched(event)));
            fate.posts().forEach(event -> workshop.postBox.answersBy(() -> told(event)));
            for (int i = 0; i < 60; i++) {
                workshop.postBox.answersBy(() -> told(Telling.THERE));
            }
            if (fate.terms().repeats() == RepeatedSubmit.HARMLESS) {
                workshop.vendor.knowsSongsByTheirKey();
            }
            fate.terms().charged().ifPresent(workshop.vendor::charges);
            if (fate.terms().canStop()) {
                workshop.vendor.stops(new Stopping.Stopped());
            }
            id = workshop.accepted();
            workshop.afterWrite = this::written;
            workshop.listeners.add(_ -> moment());
        }

        private ProviderFailure failure(Enum<?> event) {
            return switch (event.name()) {
                case "BUSY" ->
                    new ProviderFailure.RateLimited("", Optional.of(Duration.ofSeconds(5)), OptionalInt.empty());
                case "DOWN" -> new ProviderFailure.Unavailable("");
                case "REFUSED" -> new ProviderFailure.ContentRefused("", Optional.empty());
                case "BAD", "FAILED", "GONE" -> new ProviderFailure.BadRequest("");
                case "EMPTY" -> new ProviderFailure.OutOfCredit("");
                case "KEY_REFUSED" -> new ProviderFailure.Unauthorised("");
                case "BROKEN" -> new ProviderFailure.Internal("");
                default -> new ProviderFailure.OutcomeUnknown("");
            };
        }

        private Submission order(Ordering event) {
            wasRefused = false;
            return switch (event) {
                case TAKEN -> new Submission.Submitted(take());
                case TAKEN_AND_CUT -> {
                    take();
                    throw new PowerCut();
                }
                case TAKEN_AND_LOST, BROKEN -> {
                    take();
                    yield new Submission.Rejected(failure(event));
                }
                case LOST -> new Submission.Rejected(failure(event));
                case CUT -> throw new PowerCut();
                case BUSY, DOWN, REFUSED, BAD, EMPTY, KEY_REFUSED -> {
                    perhapsTaken--;
                    wasRefused = true;
                    yield new Submission.Rejected(failure(event));
                }
            };
        }

        private ProviderJobId take() {
            taken++;
            ProviderJobId name = new ProviderJobId("at-vendor-" + taken);
            if (fate.terms().isFound()) {
                workshop.vendor.answersLookUp(Optional.of(name));
            }
            return name;
        }

        private Rendering asked(Asking event) {
            return switch (event) {
                case RUNNING -> Rendering.Running.unknown();
                case CALLED_BACK -> {
                    workshop.songs.cancel(id, ALICE);
                    yield Rendering.Running.unknown();
                }
                case CUT -> throw new PowerCut();
                case BUSY, DOWN, KEY_REFUSED, FAILED, BROKEN -> new Rendering.Failed(failure(event));
            };
        }

        private Composition fetched(Fetching event) {
            return switch (event) {
                case DONE -> fetched();
                case CUT -> throw new PowerCut();
                case DOWN, GONE -> new Composition.NotComposed(failure(event));
            };
        }

        private Composition fetched() {
            try {
                Files.writeString(workshop.files.raw(id), "la la la");
                return new Composition.Composed(
                        TrackDetails.titled("River").withCost(fate.terms().charged()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What has arrived is not posted anew: Discord knows it by its nonce. */
        private Publication told(Telling event) {
            if (arrivals > 0) {
                assertThat(wasCut).as("told again though nothing happened").isTrue();
                return new Publication.Published(SongWorkshop.PostBox.POSTED);
            }
            return switch (event) {
                case THERE -> {
                    arrives();
                    yield new Publication.Published(SongWorkshop.PostBox.POSTED);
                }
                case ANSWERED -> {
                    arrives();
                    yield new Publication.Answered(SongWorkshop.PostBox.POSTED);
                }
                case THERE_AND_CUT -> {
                    arrives();
                    wasCut = true;
                    throw new PowerCut();
                }
                case CUT -> throw new PowerCut();
                case LATER -> new Publication.TryLater(Duration.ofSeconds(1), "");
                case TOO_LARGE -> new Publication.TooLarge(1_000_000);
                case NOWHERE -> new Publication.Undeliverable("");
            };
        }

        private void arrives() {
            arrivals++;
            wasCut = false;
        }

        private void written() {
            Job job = workshop.database.jobs().find(id).orElseThrow();
            if (job.attempts().open() && !wasBegun) {
                perhapsTaken++;
                wasRefused = false;
            }
            wasBegun = job.attempts().open();
            JobState now = job.state();
            if (now != seen) {
                assertThat(ARROWS.get(seen)).contains(now);
                seen = now;
            }
            moment();
        }

        private void moment() {
            if (!isOver && fate.cuts().contains(moments++)) {
                throw new PowerCut();
            }
        }

        void run() throws InterruptedException {
            for (int life = 0; !isOver; life++) {
                assertThat(life).as("it ends").isLessThan(LIVES);
                try {
                    goOn();
                } catch (PowerCut _) {
                    wasCut = true;
                    seen = job().state();
                    wasBegun = job().attempts().open();
                    // Who lost power before the refusal was written cannot know of it.
                    perhapsTaken += wasBegun && wasRefused ? 1 : 0;
                    wasRefused = false;
                }
                isOver = job().state().isEnded() && job().told();
            }
        }

        private void goOn() throws InterruptedException {
            if (job().state() != JobState.QUEUED) {
                workshop.songJob().run(id);
                return;
            }
            if (fate.terms().calledBackInTurn().equals(OptionalInt.of(turns++))) {
                assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.Cancelled.class);
                return;
            }
            Instant due = job().dueAt();
            workshop.clock.advance(Duration.ofMillis(
                    Math.max(0, Duration.between(workshop.clock.instant(), due).toMillis())));
            workshop.promote(id);
        }

        private Job job() {
            return workshop.job(id);
        }

        void assertEnd() {
            boolean isHarmless = fate.terms().repeats() == RepeatedSubmit.HARMLESS;
            assertThat(perhapsTaken).as("orders that may be charged").isLessThanOrEqualTo(isHarmless ? 6 : 2);
            SongWorkshop.PostBox box = workshop.postBox;
            switch (job().state()) {
                case DELIVERED -> assertThat(box.refusals).isEmpty();
                case FAILED -> assertThat(box.tracks).isEmpty();
                case CANCELLED -> assertThat(arrivals).isZero();
                case QUEUED, SUBMITTING, RENDERING, RENDERED -> throw new AssertionError("not ended");
            }
        }

        /** The vendor charges for what it took, and for a repeat that it knows by its key but once. */
        void assertMoney() {
            QuotaUsage usage = workshop.usage();
            Usd counted = new Usd(usage.of(Limit.DAILY_USD));
            boolean isHarmless = fate.terms().repeats() == RepeatedSubmit.HARMLESS;
            Usd told = job().costs().actual().orElse(ESTIMATE);
            boolean isKnown = job().costs().actual().isPresent();
            int charged = isHarmless ? Math.min(1, taken) : taken;
            Usd atLeast = charged == 0 ? Usd.ZERO : ESTIMATE.times(charged - 1L).plus(isKnown ? told : ESTIMATE);
            Usd once = told.compareTo(ESTIMATE) > 0 ? told : ESTIMATE;
            Usd atMost = perhapsTaken == 0
                    ? Usd.ZERO
                    : isHarmless ? once : ESTIMATE.times(perhapsTaken - 1L).plus(told);

            assertThat(counted).isBetween(atLeast, atMost);
            assertThat(usage.of(Limit.CONCURRENT_SONGS)).isZero();
            assertThat(usage.of(Limit.DAILY_SONGS)).isEqualTo(counts() ? 1 : 0);
        }

        private boolean counts() {
            return switch (job().state()) {
                case DELIVERED -> true;
                case CANCELLED -> job().providerJobId().isPresent();
                case FAILED -> false;
                case QUEUED, SUBMITTING, RENDERING, RENDERED -> throw new AssertionError("not ended");
            };
        }

        void assertNothingMoreHappens() throws InterruptedException {
            Job before = job();
            QuotaUsage usage = workshop.usage();
            int arrived = arrivals;

            workshop.songJob().run(id);
            assertThat(workshop.songs.cancel(id, ALICE)).isInstanceOf(Cancellation.Ended.class);
            assertNoWayOn(workshop.database.jobs(), workshop.clock.instant());

            assertThat(job()).isEqualTo(before);
            assertThat(workshop.usage()).isEqualTo(usage);
            assertThat(arrivals).isEqualTo(arrived);
        }

        private void assertNoWayOn(JobStore store, Instant now) {
            assertThat(store.promote(id, 100, now)).isFalse();
            assertThat(store.cancel(id, now)).isFalse();
            assertThat(store.stop(id, now)).isFalse();
            for (Runnable move : List.<Runnable>of(
                    () -> store.openSubmit(id, now),
                    () -> store.postpone(id, now, now),
                    () -> store.rendering(id, new ProviderJobId("again"), Optional.empty()),
                    () -> store.rendered(id, TrackDetails.NONE, now),
                    () -> store.kept(id, now, now),
                    () -> store.failed(id, Refusal.because(Refusal.Reason.BUG), now))) {
                assertThatThrownBy(move::run).isInstanceOf(IllegalStateException.class);
            }
        }
    }
}
