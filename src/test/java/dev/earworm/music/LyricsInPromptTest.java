package dev.earworm.music;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.MusicModel.LyricsPlace;
import dev.earworm.music.OptionProblem.LyricsTooLong;
import dev.earworm.music.OptionProblem.PromptTooLong;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A model that takes lyrics inside its prompt has one limit for both. */
class LyricsInPromptTest {
    private static final int PROMPT_LIMIT = 100;
    private static final int LYRICS_LIMIT = 80;

    @Test
    void promptAndLyricsMayFillTheLimitTogether() {
        assertThat(RequestPolicy.problems(request(30, 70), model(LyricsPlace.IN_PROMPT)))
                .isEmpty();
    }

    @Test
    void oneCharacterMoreThanTheLimitIsTooLongThoughEachAloneFits() {
        assertThat(RequestPolicy.problems(request(31, 70), model(LyricsPlace.IN_PROMPT)))
                .containsExactly(new PromptTooLong(PROMPT_LIMIT, 101));
    }

    @Test
    void lyricsApartTakeNoRoomFromThePrompt() {
        assertThat(RequestPolicy.problems(request(100, 80), model(LyricsPlace.APART)))
                .isEmpty();
    }

    @Test
    void lyricsKeepTheirOwnLimitInEitherPlace() {
        assertThat(RequestPolicy.problems(request(5, 81), model(LyricsPlace.IN_PROMPT)))
                .containsExactly(new LyricsTooLong(LYRICS_LIMIT, 81));
        assertThat(RequestPolicy.problems(request(5, 81), model(LyricsPlace.APART)))
                .containsExactly(new LyricsTooLong(LYRICS_LIMIT, 81));
    }

    private static SongRequest request(int promptLength, int lyricsLength) {
        return new SongRequest(
                new ModelId("test", "one"),
                "p".repeat(promptLength),
                Duration.ofSeconds(30),
                false,
                Optional.of("l".repeat(lyricsLength)),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
    }

    private static MusicModel model(LyricsPlace place) {
        return place == LyricsPlace.IN_PROMPT
                ? draft().lyricsInPrompt(LYRICS_LIMIT).build()
                : draft().lyrics(0, LYRICS_LIMIT).build();
    }

    private static MusicModel.Draft draft() {
        return MusicModel.named(new ModelId("test", "one"), "Test")
                .length(3, 30, 60)
                .prompt(1, PROMPT_LIMIT);
    }
}
