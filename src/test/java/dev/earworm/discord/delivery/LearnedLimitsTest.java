package dev.earworm.discord.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.delivery.Ladder.Rung;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.jobs.Visibility;
import dev.earworm.quota.GuildId;
import org.junit.jupiter.api.Test;

class LearnedLimitsTest {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final Job SONG = JobFixtures.queued(JobFixtures.ALICE, JobFixtures.NOON);
    private static final GuildId HOME = JobFixtures.ALICE.guild();

    private final LearnedLimits limits = new LearnedLimits();

    @Test
    void aLimitHoldsUntilItIsProvedWrong() {
        assertThat(limits.of(HOME, Visibility.PUBLIC, 10 * MEBIBYTE)).isEqualTo(10 * MEBIBYTE);

        limits.refused(SONG, new Rung.Channel(), 8 * MEBIBYTE);

        assertThat(limits.of(HOME, Visibility.PUBLIC, 10 * MEBIBYTE)).isEqualTo(8 * MEBIBYTE);
    }

    @Test
    void ofTwoProofsTheLowerCounts() {
        limits.refused(SONG, new Rung.Channel(), 6 * MEBIBYTE);
        limits.refused(SONG, new Rung.Channel(), 8 * MEBIBYTE);

        assertThat(limits.of(HOME, Visibility.PUBLIC, 10 * MEBIBYTE)).isEqualTo(6 * MEBIBYTE);
    }

    @Test
    void whatIsTrueOfAnotherPlaceTeachesNothing() {
        limits.refused(SONG, new Rung.Direct(), 8 * MEBIBYTE);

        assertThat(limits.of(HOME, Visibility.PUBLIC, 10 * MEBIBYTE)).isEqualTo(10 * MEBIBYTE);
        assertThat(limits.of(HOME, Visibility.PRIVATE, 10 * MEBIBYTE)).isEqualTo(10 * MEBIBYTE);
    }

    @Test
    void aRefusalThatProvesNothingIsForgotten() {
        limits.refused(SONG, new Rung.Channel(), 20 * MEBIBYTE);

        assertThat(limits.of(HOME, Visibility.PUBLIC, 10 * MEBIBYTE)).isEqualTo(10 * MEBIBYTE);
    }
}
