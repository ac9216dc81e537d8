package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.account;
import static dev.earworm.jobs.JobFixtures.order;
import static dev.earworm.jobs.JobFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.QueueModel.Place;
import dev.earworm.jobs.QueueModel.Song;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.TrackDetails;
import dev.earworm.quota.Account;
import dev.earworm.quota.Block;
import dev.earworm.quota.GuildId;
import dev.earworm.rules.ScratchFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;

/** Whoever asks for whatever, and however songs end: turns are fair, slots are not exceeded, nobody waits for ever. */
class DispatcherPropertyTest {
    private static final List<Account> MEMBERS =
            List.of(account(1, 10), account(1, 11), account(2, 20), account(3, 30), account(3, 10));
    private static final List<ModelId> MODELS = List.of(JobFixtures.MODEL, ScriptedStudio.MODEL);
    private static final List<String> PROVIDERS =
            MODELS.stream().map(ModelId::provider).toList();

    private final ScratchFolder folder = ScratchFolder.create();
    private final SongWorkshop workshop = new SongWorkshop(folder.path());

    @AfterProperty
    void close() {
        workshop.close();
        folder.close();
    }

    /** Members, providers and songs are meant by a number; songs are counted round. */
    private sealed interface Step {
        record Ask(int member, int provider) implements Step {}

        record Look() implements Step {}

        record Finish(int song) implements Step {}

        record Fail(int song) implements Step {}

        record Postpone(int song, Duration delay) implements Step {}

        record Cancel(int song) implements Step {}

        record Learn(int provider, int slots) implements Step {}

        record BlockMember(int member) implements Step {}

        record UnblockMember(int member) implements Step {}

        record Pass(Duration time) implements Step {}
    }

    @Provide
    Arbitrary<List<Step>> sequences() {
        Arbitrary<Integer> songs = Arbitraries.integers().between(0, 19).withDistribution(RandomDistribution.uniform());
        Arbitrary<Integer> members = Arbitraries.of(0, 1, 2, 3, 4);
        Arbitrary<Integer> providers = Arbitraries.of(0, 1);
        return Arbitraries.<Step>frequencyOf(
                        Tuple.of(14, Combinators.combine(members, providers).as(Step.Ask::new)),
                        Tuple.of(8, Arbitraries.create(Step.Look::new)),
                        Tuple.of(6, songs.map(Step.Finish::new)),
                        Tuple.of(1, songs.map(Step.Fail::new)),
                        Tuple.of(2, songs.map(song -> new Step.Postpone(song, Duration.ofMillis(song * 3L)))),
                        Tuple.of(2, songs.map(Step.Cancel::new)),
                        Tuple.of(
                                1,
                                Combinators.combine(
                                                providers,
                                                Arbitraries.integers().between(0, 4))
                                        .as(Step.Learn::new)),
                        Tuple.of(1, members.map(Step.BlockMember::new)),
                        Tuple.of(1, members.map(Step.UnblockMember::new)),
                        Tuple.of(
                                3,
                                Arbitraries.of(10, 30, 61).map(minutes -> new Step.Pass(Duration.ofMinutes(minutes)))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Property(tries = 40)
    void turnsAreThoseOfTheModelAndEverySongThatWaitsHasOne(@ForAll("sequences") List<Step> steps) {
        forget();
        Run run = new Run();
        steps.forEach(run::take);
        run.drain();
    }

    /** Every try begins with no songs; opening another database takes longer than a try. */
    private void forget() {
        try (Connection connection = workshop.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("reservation", "job", "blocked_member", "learned_slots")) {
                statement.execute("DELETE FROM " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One sequence on the dispatcher and on the model. */
    private final class Run implements SongRunner {
        private final QueueModel model = new QueueModel();
        private final Set<Account> blocked = new HashSet<>();
        private final List<JobId> started = new ArrayList<>();
        private final ProviderSlots slots =
                new ProviderSlots(workshop.accounts, workshop.database.learnedSlots(), workshop.clock);
        private final SongQueue queue = new SongQueue(
                workshop.store,
                workshop.providers,
                slots,
                new LearnedWaits(workshop.store),
                new SongProgress(),
                workshop.clock);
        private final Dispatcher dispatcher = new Dispatcher(
                workshop.accounts,
                queue,
                slots,
                workshop.store,
                workshop.database.transactions(),
                Room.ENDLESS,
                ShardRange.WHOLE,
                _ -> {},
                workshop.clock);

        /** At each provider: which other guilds had a turn, and when, while this one waited without any slot. */
        private final Map<String, Map<GuildId, Map<GuildId, Instant>>> passedBy = new HashMap<>();

        Run() {
            model.has(PROVIDERS.get(0), 2);
            model.has(PROVIDERS.get(1), 1);
        }

        void take(Step step) {
            workshop.clock.advance(Duration.ofMillis(1));
            switch (step) {
                case Step.Ask ask -> ask(MEMBERS.get(ask.member()), MODELS.get(ask.provider()));
                case Step.Look _ -> look();
                case Step.Finish(int number) ->
                    song(Place.SLOT, number).ifPresent(song -> {
                        workshop.store.rendered(song.id, TrackDetails.NONE, now());
                        song.place = Place.GONE;
                    });
                case Step.Fail(int number) ->
                    song(Place.SLOT, number).ifPresent(song -> {
                        workshop.store.failed(song.id, Refusal.because(Refusal.Reason.BUG), now());
                        song.place = Place.GONE;
                    });
                case Step.Postpone(int number, Duration delay) ->
                    song(Place.SLOT, number).ifPresent(song -> {
                        workshop.store.postpone(song.id, now().plus(delay), now());
                        song.place = Place.LINE;
                        song.dueAt = now().plus(delay);
                    });
                case Step.Cancel(int number) -> {
                    if (!model.songs.isEmpty()) {
                        cancel(model.songs.get(number % model.songs.size()));
                    }
                }
                case Step.Learn learn -> learn(PROVIDERS.get(learn.provider()), learn.slots());
                case Step.BlockMember(int member) -> {
                    Account account = MEMBERS.get(member);
                    assertThat(workshop.database.blockedMembers().block(new Block(account, account.user(), now())))
                            .isEqualTo(blocked.add(account));
                }
                case Step.UnblockMember(int member) ->
                    assertThat(workshop.database.blockedMembers().unblock(MEMBERS.get(member)))
                            .isEqualTo(blocked.remove(MEMBERS.get(member)));
                case Step.Pass(Duration time) -> workshop.clock.advance(time);
            }
        }

        private void ask(Account account, ModelId wanted) {
            SongOrder order = order(account, request(wanted, "a calm river", Duration.ofSeconds(30)));
            Acceptance answer = workshop.songs.accept(order);
            if (blocked.contains(account)) {
                assertThat(answer).isInstanceOf(Acceptance.Blocked.class);
            } else {
                assertThat(answer)
                        .isInstanceOfSatisfying(
                                Acceptance.Accepted.class,
                                accepted -> model.songs.add(
                                        new Song(accepted.job().id(), account, wanted.provider(), now())));
            }
        }

        private void cancel(Song song) {
            Cancellation answer = workshop.songs.cancel(song.id, song.account);
            assertThat(answer instanceof Cancellation.Cancelled).isEqualTo(song.place == Place.LINE);
            if (song.place == Place.LINE) {
                song.place = Place.GONE;
            }
        }

        private void learn(String provider, int number) {
            ProviderFailure busy =
                    new ProviderFailure.RateLimited("too many at once", Optional.empty(), OptionalInt.of(number));
            slots.learn(new ProviderAccount.Operators(provider), busy);
            model.has(provider, Math.max(1, number));
        }

        private void look() {
            started.clear();
            dispatcher.dispatch(this);
            List<JobId> expected = new ArrayList<>();
            for (String provider : PROVIDERS) {
                Set<GuildId> waiting = waitingWithoutASlot(provider);
                List<Song> promoted = model.look(provider, now());
                promoted.forEach(song -> expected.add(song.id));
                assertFair(provider, promoted, waiting);
            }
            assertThat(started).isEqualTo(expected);
            assertSlots();
        }

        private void assertSlots() {
            for (String provider : PROVIDERS) {
                long held = workshop.store.unfinished().stream()
                        .filter(job -> job.provider().equals(provider))
                        .filter(job -> job.state() == JobState.SUBMITTING || job.state() == JobState.RENDERING)
                        .count();
                assertThat(held).isEqualTo(model.active(provider));
            }
        }

        private Set<GuildId> waitingWithoutASlot(String provider) {
            Set<GuildId> guilds = model.songs.stream()
                    .filter(song -> song.provider.equals(provider) && song.mayHaveATurn(now()))
                    .map(Song::guild)
                    .collect(Collectors.toSet());
            model.at(Place.SLOT)
                    .filter(song -> song.provider.equals(provider))
                    .forEach(song -> guilds.remove(song.guild()));
            return guilds;
        }

        /** A guild that waits without a slot sees every other guild pass once at most. */
        private void assertFair(String provider, List<Song> promoted, Set<GuildId> waiting) {
            Map<GuildId, Map<GuildId, Instant>> passed = passedBy.computeIfAbsent(provider, _ -> new HashMap<>());
            passed.keySet().retainAll(waiting);
            Set<GuildId> left = new HashSet<>(waiting);
            for (Song song : promoted) {
                left.remove(song.guild());
                passed.remove(song.guild());
                for (GuildId guild : left) {
                    Instant last =
                            passed.computeIfAbsent(guild, _ -> new HashMap<>()).put(song.guild(), now());
                    assertThat(last == null || last.isBefore(now().minus(Duration.ofHours(1))))
                            .as("guild %s passes guild %s a second time", song.guild(), guild)
                            .isTrue();
                }
            }
        }

        /** As many looks as there are songs in line are enough for all of them. */
        void drain() {
            workshop.clock.advance(Duration.ofSeconds(1));
            for (long looks = model.at(Place.LINE).count() + 1; looks > 0; looks--) {
                model.at(Place.SLOT).toList().forEach(song -> {
                    workshop.store.rendered(song.id, TrackDetails.NONE, now());
                    song.place = Place.GONE;
                });
                take(new Step.Look());
            }
            assertThat(model.at(Place.LINE)).isEmpty();
        }

        private Optional<Song> song(Place place, int number) {
            List<Song> there = model.at(place).toList();
            return there.isEmpty() ? Optional.empty() : Optional.of(there.get(number % there.size()));
        }

        private Instant now() {
            return workshop.clock.instant();
        }

        @Override
        public boolean isAtWork(JobId id) {
            return false;
        }

        @Override
        public void start(JobId id) {
            started.add(id);
        }
    }
}
