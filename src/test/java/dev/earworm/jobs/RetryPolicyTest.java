package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.RetryPolicy.Verdict;
import dev.earworm.jobs.RetryPolicy.Verdict.GiveUp;
import dev.earworm.jobs.RetryPolicy.Verdict.TryAgainAt;
import dev.earworm.music.ProviderFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetryPolicyTest {
    private static final ProviderFailure DOWN = new ProviderFailure.Unavailable("down");

    @ParameterizedTest(name = "failure {0}: {1} s")
    @CsvSource({"0, 2", "1, 4", "2, 8", "5, 64", "6, 120", "7, 120", "1000, 120"})
    void pausesGrowToTwoMinutes(int failures, long seconds) {
        assertThat(RetryPolicy.backOff(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    static Stream<ProviderFailure> failuresForGood() {
        return Stream.of(
                new ProviderFailure.BadRequest("no"),
                new ProviderFailure.ContentRefused("no", Optional.empty()),
                new ProviderFailure.OutOfCredit("no"),
                new ProviderFailure.Unauthorised("no"),
                new ProviderFailure.OutcomeUnknown("no"),
                new ProviderFailure.Internal("no"));
    }

    @ParameterizedTest
    @MethodSource("failuresForGood")
    void whatWasNotSurelyLeftUntouchedIsNotTriedAgain(ProviderFailure failure) {
        assertThat(RetryPolicy.decide(failure, Attempts.NONE, NOON)).isEqualTo(new GiveUp());
    }

    @Test
    void theFirstTryOfAllIsAlwaysFollowedByAnother() {
        assertThat(RetryPolicy.decide(DOWN, Attempts.NONE, NOON)).isEqualTo(again(Duration.ofSeconds(2)));
    }

    @Test
    void theLaterOfTheVendorsWishAndOurPauseCounts() {
        assertThat(RetryPolicy.decide(busy(Duration.ofSeconds(1)), Attempts.NONE, NOON))
                .isEqualTo(again(Duration.ofSeconds(2)));
        assertThat(RetryPolicy.decide(busy(Duration.ofMinutes(9)), Attempts.NONE, NOON))
                .isEqualTo(again(Duration.ofMinutes(9)));
    }

    @ParameterizedTest(name = "{0} min after the first try: {1}")
    @CsvSource({"0, true", "27, true", "29, false", "400, false"})
    void aVendorThatIsDownIsGivenHalfAnHour(long minutes, boolean isTriedAgain) {
        assertThat(RetryPolicy.decide(DOWN, triedSince(minutes), NOON) instanceof TryAgainAt)
                .isEqualTo(isTriedAgain);
    }

    @ParameterizedTest(name = "{0} min after the first try: {1}")
    @CsvSource({"0, true", "357, true", "359, false"})
    void aVendorThatIsBusyIsGivenSixHours(long minutes, boolean isTriedAgain) {
        assertThat(RetryPolicy.decide(busy(Duration.ZERO), triedSince(minutes), NOON) instanceof TryAgainAt)
                .isEqualTo(isTriedAgain);
    }

    @Test
    void aVendorThatWantsADayOfPatienceIsNotWaitedFor() {
        assertThat(RetryPolicy.decide(busy(Duration.ofDays(1)), Attempts.NONE, NOON))
                .isEqualTo(new GiveUp());
    }

    private static Attempts triedSince(long minutes) {
        Instant first = NOON.minus(Duration.ofMinutes(minutes));
        return new Attempts(20, 0, false, Optional.of(first));
    }

    private static ProviderFailure busy(Duration retryAfter) {
        return new ProviderFailure.RateLimited("busy", Optional.of(retryAfter), OptionalInt.empty());
    }

    private static Verdict again(Duration delay) {
        return new TryAgainAt(NOON.plus(delay));
    }
}
