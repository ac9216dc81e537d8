package dev.earworm.jobs;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.order;
import static dev.earworm.jobs.JobFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.JobId;
import dev.earworm.music.TrackDetails;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SongTitleTest {
    private static final String FAMILY = "👩‍👩‍👧";

    static Stream<Arguments> prompts() {
        return Stream.of(
                Arguments.of("a calm river", "a calm river"),
                Arguments.of("  a\n\tcalm\u0000 \u202eriver\u2028 ", "a calm river"),
                Arguments.of("x".repeat(60), "x".repeat(60)),
                Arguments.of("x".repeat(61), "x".repeat(60)),
                Arguments.of(
                        "a song about a river that runs to the sea and to the sky above",
                        "a song about a river that runs to the sea and to the sky"),
                Arguments.of("short " + "x".repeat(80), ("short " + "x".repeat(80)).substring(0, 60)),
                // Joiners hold emoji families and Persian words together.
                Arguments.of(FAMILY + " می‌خواهم", FAMILY + " می‌خواهم"),
                Arguments.of(FAMILY.repeat(9), FAMILY.repeat(7)),
                Arguments.of("😀".repeat(31), "😀".repeat(30)),
                Arguments.of("\u200b\u200d\u2060", "Song"));
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void aSongIsNamedAfterTheBeginningOfItsPrompt(String prompt, String title) {
        assertThat(SongTitle.of(job(prompt))).isEqualTo(title);
    }

    @Test
    void oneCharacterThatIsLongerThanATitleIsCutAllTheSame() {
        assertThat(SongTitle.of(job("a" + "\u0301".repeat(100))))
                .startsWith("a")
                .hasSizeBetween(1, 60);
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void aProvidersTitleIsTreatedLikeAPrompt(String given, String title, @TempDir Path folder) {
        try (SongWorkshop workshop = new SongWorkshop(folder)) {
            JobId id = workshop.promoted();
            workshop.store.rendered(id, TrackDetails.titled(given), NOON);
            String expected = title.equals("Song") ? "a calm river" : title;
            assertThat(SongTitle.of(workshop.job(id))).isEqualTo(expected);
        }
    }

    private static Job job(String prompt) {
        return Job.queued(
                JobId.next(NOON), order(ALICE, request(prompt, Duration.ofSeconds(30))), Optional.empty(), NOON);
    }
}
