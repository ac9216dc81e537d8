package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.account;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.Turn.Taken;
import dev.earworm.jobs.Turn.Waiting;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FairOrderTest {
    /** Guild 1: ann and bob; guild 2: cat; guild 3: dan. */
    private static final Account ANN = account(1, 1);

    private static final Account BOB = account(1, 2);
    private static final Account CAT = account(2, 3);
    private static final Account DAN = account(3, 4);

    private int songs;

    @Test
    void nobodyWaitsInAnEmptyLine() {
        assertThat(FairOrder.order(List.of(), List.of(taken(ANN, 2, 0)))).isEmpty();
    }

    @Test
    void oneMembersSongsGoOldestFirst() {
        Waiting first = waits(ANN);
        Waiting second = waits(ANN);
        Waiting third = waits(ANN);

        assertOrder(List.of(third, first, second), List.of(), first, second, third);
    }

    @Test
    void guildsTakeTurnsHoweverManySongsOneAsksFor() {
        Waiting ann1 = waits(ANN);
        Waiting ann2 = waits(ANN);
        Waiting ann3 = waits(ANN);
        Waiting cat = waits(CAT);
        Waiting dan = waits(DAN);

        assertOrder(List.of(ann1, ann2, ann3, cat, dan), List.of(), ann1, cat, dan, ann2, ann3);
    }

    @Test
    void membersOfAGuildTakeTurnsWithinTheGuildsTurns() {
        Waiting ann1 = waits(ANN);
        Waiting ann2 = waits(ANN);
        Waiting ann3 = waits(ANN);
        Waiting bob = waits(BOB);
        Waiting cat1 = waits(CAT);
        Waiting cat2 = waits(CAT);

        assertOrder(List.of(ann1, ann2, ann3, bob, cat1, cat2), List.of(), ann1, cat1, bob, cat2, ann2, ann3);
    }

    @Test
    void whoHoldsASlotComesAfterWhoHoldsNone() {
        Waiting ann = waits(ANN);
        Waiting cat = waits(CAT);

        assertOrder(List.of(ann, cat), List.of(taken(ANN, 1, -500), taken(CAT, 0, -1)), cat, ann);
    }

    @Test
    void aMemberComesAfterAnotherOfTheGuildWhoHoldsNoSlot() {
        Waiting ann = waits(ANN);
        Waiting bob = waits(BOB);

        assertOrder(List.of(ann, bob), List.of(taken(ANN, 1, -500)), bob, ann);
    }

    @Test
    void amongEqualsTheOneWhoseLastTurnIsLongestAgoIsNext() {
        Waiting ann = waits(ANN);
        Waiting cat = waits(CAT);
        Waiting dan = waits(DAN);

        assertOrder(List.of(ann, cat, dan), List.of(taken(ANN, 0, -10), taken(CAT, 0, -20)), dan, cat, ann);
    }

    @Test
    void aGuildsTurnsAreThoseOfAllItsMembersAlsoOfThoseWhoDoNotWait() {
        Waiting ann = waits(ANN);
        Waiting cat = waits(CAT);

        assertOrder(List.of(ann, cat), List.of(taken(BOB, 1, -10)), cat, ann);
    }

    @Test
    void amongNewcomersWhoWaitsLongestIsNextAndTheIdDecidesWithinOneInstant() {
        Waiting later = new Waiting(new JobId("0000000000000001"), ANN, NOON.plusMillis(1));
        Waiting one = new Waiting(new JobId("0000000000000002"), CAT, NOON);
        Waiting other = new Waiting(new JobId("0000000000000003"), DAN, NOON);

        assertOrder(List.of(later, other, one), List.of(), one, other, later);
    }

    /** Against a plain model: the fewest slots, then the latest turn longest ago, then the longest wait; one by one. */
    @RepeatedTest(50)
    void theOrderIsThatOfGivingOneSlotAfterAnother(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Account> accounts =
                IntStream.range(0, 8).mapToObj(i -> account(i % 3, i)).toList();
        List<Waiting> waiting = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            waiting.add(waits(accounts.get(random.nextInt(accounts.size()))));
        }
        List<Taken> taken = new ArrayList<>();
        for (Account account : accounts) {
            if (random.nextBoolean()) {
                taken.add(taken(account, random.nextInt(3), -1 - random.nextInt(10_000)));
            }
        }
        List<Waiting> expected = Model.order(waiting, taken);
        Collections.shuffle(waiting, random);

        assertThat(FairOrder.order(waiting, taken)).isEqualTo(expected);
    }

    /** Says the rules once more, slowly: looks at everybody for every slot. */
    private static final class Model {
        private final Map<Object, Integer> active = new HashMap<>();
        private final Map<Object, Long> latest = new HashMap<>();

        static List<Waiting> order(List<Waiting> waiting, List<Taken> taken) {
            Model model = new Model();
            taken.forEach(turn -> {
                model.took(turn.account().guild(), turn.active(), turn.latest().toEpochMilli());
                model.took(turn.account(), turn.active(), turn.latest().toEpochMilli());
            });
            List<Waiting> left = new ArrayList<>(waiting);
            List<Waiting> order = new ArrayList<>();
            for (long turn = NOON.plusSeconds(99_999).toEpochMilli(); !left.isEmpty(); turn++) {
                Waiting next = Collections.min(left, model::compare);
                left.remove(next);
                order.add(next);
                model.took(next.account().guild(), 1, turn);
                model.took(next.account(), 1, turn);
            }
            return order;
        }

        private void took(Object who, int slots, long at) {
            active.merge(who, slots, Integer::sum);
            latest.merge(who, at, Math::max);
        }

        private int compare(Waiting one, Waiting other) {
            int byGuild = compare(one.account().guild(), other.account().guild());
            if (byGuild != 0) {
                return byGuild;
            }
            int byMember = compare(one.account(), other.account());
            return byMember != 0 ? byMember : one.acceptedAt().compareTo(other.acceptedAt());
        }

        private int compare(Object one, Object other) {
            int bySlots = Integer.compare(active.getOrDefault(one, 0), active.getOrDefault(other, 0));
            return bySlots != 0
                    ? bySlots
                    : Long.compare(
                            latest.getOrDefault(one, Long.MIN_VALUE), latest.getOrDefault(other, Long.MIN_VALUE));
        }
    }

    private Waiting waits(Account account) {
        Instant acceptedAt = NOON.plusMillis(songs++);
        return new Waiting(JobId.next(acceptedAt), account, acceptedAt);
    }

    /** @param seconds from noon to the latest turn */
    private static Taken taken(Account account, int active, long seconds) {
        return new Taken(account, active, NOON.plusSeconds(seconds));
    }

    private static void assertOrder(List<Waiting> waiting, List<Taken> taken, Waiting... expected) {
        assertThat(FairOrder.order(waiting, taken)).containsExactly(expected);
    }
}
