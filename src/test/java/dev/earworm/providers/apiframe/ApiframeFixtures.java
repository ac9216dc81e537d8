package dev.earworm.providers.apiframe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import dev.earworm.music.SongRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Songs to ask for, and answers as the vendor writes them. */
final class ApiframeFixtures {
    static final String VENDOR_ID = "c3d4e5f6-a7b8-4012-8def-345678901234";

    private ApiframeFixtures() {}

    static SongRequest song(String model) {
        return new SongRequest(
                new ModelId("apiframe", model),
                "a calm river",
                Duration.ofSeconds(42),
                false,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
    }

    static SongRequest instrumental(SongRequest song) {
        return new SongRequest(
                song.model(),
                song.prompt(),
                song.length(),
                true,
                Optional.empty(),
                song.format(),
                song.seed(),
                Optional.empty());
    }

    static SongRequest sung(SongRequest song, String lyrics) {
        return new SongRequest(
                song.model(),
                song.prompt(),
                song.length(),
                false,
                Optional.of(lyrics),
                song.format(),
                song.seed(),
                Optional.empty());
    }

    static SongRequest in(AudioFormat format, SongRequest song) {
        return new SongRequest(
                song.model(),
                song.prompt(),
                song.length(),
                song.instrumental(),
                song.lyrics(),
                format,
                song.seed(),
                Optional.empty());
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .addHeader("x-request-id", "r1")
                .body(body)
                .build();
    }

    static MockResponse accepted() {
        return json(202, "{\"jobId\":\"%s\",\"status\":\"QUEUED\"}".formatted(VENDOR_ID));
    }

    static void assertJson(RecordedRequest request, String expected) throws IOException {
        JsonMapper json = new JsonMapper();
        String body = Objects.requireNonNull(request.getBody()).utf8();
        assertThat(json.readTree(body)).isEqualTo(json.readTree(expected));
    }
}
