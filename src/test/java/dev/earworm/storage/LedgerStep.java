package dev.earworm.storage;

import dev.earworm.music.Usd;
import dev.earworm.quota.Cap;
import dev.earworm.quota.Charge;
import dev.earworm.quota.Claim;
import dev.earworm.quota.Holder;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Measure;
import dev.earworm.quota.Payer;
import dev.earworm.quota.RoleId;
import dev.earworm.quota.UserId;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** What can happen to the ledger and to what it goes by. Members and songs are meant by a number, counted round. */
sealed interface LedgerStep {
    record Reserve(int member, Claim claim) implements LedgerStep {}

    record Renew(int song, Claim claim) implements LedgerStep {}

    record Lose(int song) implements LedgerStep {}

    record Recover(int song) implements LedgerStep {}

    record Settle(int song, Usd charged) implements LedgerStep {}

    record Commit(int song) implements LedgerStep {}

    record Release(int song, Charge charge) implements LedgerStep {}

    record Forgive(int member) implements LedgerStep {}

    record SetRule(int member, Holder holder, Limit limit, Cap cap) implements LedgerStep {}

    record ClearRule(int member, Holder holder, Limit limit) implements LedgerStep {}

    record Give(int member, Measure measure, long amount) implements LedgerStep {}

    record Pass(Duration time) implements LedgerStep {}

    static Arbitrary<List<LedgerStep>> sequences(int longest) {
        return any().list().ofMinSize(1).ofMaxSize(longest);
    }

    private static Arbitrary<LedgerStep> any() {
        Arbitrary<Integer> members = Arbitraries.of(0, 1, 2);
        Arbitrary<Integer> songs = Arbitraries.of(0, 1, 2, 3, 4, 5);
        Arbitrary<Limit> limits = Arbitraries.of(Limit.class);
        return Arbitraries.frequencyOf(
                Tuple.of(12, Combinators.combine(members, claims()).as(Reserve::new)),
                Tuple.of(3, Combinators.combine(songs, claims()).as(Renew::new)),
                Tuple.of(2, songs.map(Lose::new)),
                Tuple.of(1, songs.map(Recover::new)),
                Tuple.of(2, Combinators.combine(songs, money()).as(Settle::new)),
                Tuple.of(3, songs.map(Commit::new)),
                Tuple.of(
                        2,
                        Combinators.combine(songs, Arbitraries.of(Charge.class)).as(Release::new)),
                Tuple.of(1, members.map(Forgive::new)),
                Tuple.of(
                        4,
                        limits.flatMap(limit -> Combinators.combine(members, holders(), caps(limit))
                                .as((member, holder, cap) -> new SetRule(member, holder, limit, cap)))),
                Tuple.of(1, Combinators.combine(members, holders(), limits).as(ClearRule::new)),
                Tuple.of(
                        3,
                        Arbitraries.of(Measure.SONGS, Measure.SECONDS, Measure.USD)
                                .flatMap(measure -> Combinators.combine(
                                                members, amounts(measure).filter(amount -> amount > 0))
                                        .as((member, amount) -> new Give(member, measure, amount)))),
                Tuple.of(
                        3,
                        Arbitraries.of(1, 11, 24, 24, 24, 7 * 24, 20 * 24, 31 * 24, -24)
                                .map(hours -> new Pass(Duration.ofHours(hours)))));
    }

    private static Arbitrary<Claim> claims() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 90).withDistribution(RandomDistribution.uniform()),
                        money().optional(0.9),
                        Arbitraries.of(Payer.class))
                .as(Claim::new);
    }

    private static Arbitrary<Usd> money() {
        return amounts(Measure.USD).map(Usd::new);
    }

    private static Arbitrary<Cap> caps(Limit limit) {
        return amounts(limit.measure())
                .<Cap>map(Cap.AtMost::new)
                .optional(0.9)
                .map(cap -> cap.orElseGet(Cap.Unlimited::new));
    }

    /** So that two or three songs fill a limit. */
    private static Arbitrary<Long> amounts(Measure measure) {
        long most = switch (measure) {
            case CONCURRENT_SONGS, SONGS -> 4;
            case SECONDS -> 200;
            case USD -> 1_000_000;
        };
        return Arbitraries.longs().between(0, most).withDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Holder> holders() {
        return Arbitraries.of(
                new Holder.Everyone(),
                new Holder.Role(new RoleId(1)),
                new Holder.Role(new RoleId(2)),
                new Holder.Member(new UserId(10)),
                new Holder.Member(new UserId(11)),
                new Holder.WholeGuild());
    }
}
