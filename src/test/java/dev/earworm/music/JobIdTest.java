package dev.earworm.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobIdTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void idsSortByTheTimeTheyWereMade() {
        Stream<Instant> instants = Stream.of(
                Instant.EPOCH, NOON, NOON.plusMillis(1), NOON.plusSeconds(1), Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(instants.map(JobId::next).map(JobId::value)).isSorted();
    }

    @Test
    void whatIsHeardTwiceHasOneIdAndWhatElseHappenedAtOnceHasOthers() {
        assertThat(JobId.at(NOON, 5)).isEqualTo(JobId.at(NOON, 5));
        assertThat(Stream.of(
                        JobId.at(NOON, 0),
                        JobId.at(NOON, 1),
                        JobId.at(NOON, (1 << 22) - 1),
                        JobId.at(NOON.plusMillis(1), 0),
                        JobId.at(NOON, 0).successor(),
                        JobId.at(NOON, 0).successor().successor()))
                .doesNotHaveDuplicates();
        assertThat(JobId.at(NOON, 0)).isLessThan(JobId.next(NOON.plusMillis(1)));
    }

    @Test
    void idsOfOneInstantDiffer() {
        assertThat(Stream.generate(() -> JobId.next(NOON)).limit(100)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcde",
                "0123456789abcdefg",
                "0123456789ABCDEF",
                "0123456789abcdei",
                "0123456789abcdel",
                "0123456789abcdeo",
                "0123456789abcdeu",
                "../../etc/passwd",
                "0123456789abcde\n",
                "٠123456789abcdef",
                "0123456789abcd:f",
            })
    void whatIsForgedIsNoId(String forged) {
        assertThat(JobId.isValid(forged)).isFalse();
        assertThatThrownBy(() -> new JobId(forged)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0123456789000000, 0123456789000001",
        "012345678900000z, 0123456789000010",
        "0123456789zzzzzz, 0123456789000000",
    })
    void aSuccessorIsTheSameWheneverItIsAskedFor(String id, String successor) {
        assertThat(new JobId(id).successor()).isEqualTo(new JobId(successor));
    }

    @Test
    void anIdIsItsOwnTextAndFitsIntoANonce() {
        JobId id = JobId.next(NOON);
        assertThat(new JobId(id.toString())).isEqualTo(id);
        assertThat("r" + id).hasSizeLessThanOrEqualTo(25);
    }
}
