package dev.earworm.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SongRequestTest {
    @ParameterizedTest(name = "{0} ms count as {1} s")
    @CsvSource({"1, 1", "999, 1", "1000, 1", "1001, 2", "30000, 30", "30500, 31"})
    void aBegunSecondCountsAgainstTheQuota(long millis, int seconds) {
        assertThat(request("a calm river", Duration.ofMillis(millis)).seconds()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void aSongNeedsAPrompt(String prompt) {
        assertThatThrownBy(() -> request(prompt, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherPromptChangesNothingElse() {
        SongRequest request = request("a calm river", Duration.ofSeconds(30));
        assertThat(request.withPrompt("a gentle river").withPrompt("a calm river"))
                .isEqualTo(request);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "elevenlabs/music_v2, elevenlabs, music_v2",
        "aimlapi/elevenlabs/eleven_music, aimlapi, elevenlabs/eleven_music"
    })
    void aModelIsItsProviderAndItsName(String text, String provider, String model) {
        assertThat(ModelId.parse(text)).contains(new ModelId(provider, model));
        assertThat(new ModelId(provider, model)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a", "a/", "/b", " /b", "a/ "})
    void otherWordsAreNoModel(String text) {
        assertThat(ModelId.parse(text)).isEmpty();
    }

    private static SongRequest request(String prompt, Duration length) {
        return new SongRequest(
                new ModelId("vendor", "model"),
                prompt,
                length,
                false,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
    }
}
