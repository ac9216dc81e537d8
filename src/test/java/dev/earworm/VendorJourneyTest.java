package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.Attached;
import dev.earworm.sandbox.SandboxMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From an operator's settings to the song in the channel, with each vendor's API at the other end of real HTTP. */
class VendorJourneyTest {
    @TempDir
    private Path data;

    private final MockWebServer vendor = new MockWebServer();
    private final MockWebServer other = new MockWebServer();
    private byte[] song;

    @BeforeEach
    void open() throws IOException {
        song = Files.readAllBytes(Wav.tone(data.resolve("tone.wav"), Duration.ofSeconds(4)));
        vendor.start();
        other.start();
    }

    @AfterEach
    void close() {
        vendor.close();
        other.close();
    }

    static Stream<Arguments> vendors() {
        return Stream.of(
                Arguments.of("elevenlabs", Map.of("ELEVENLABS_API_KEY", "key"), "ElevenLabs Music v2"),
                Arguments.of("aimlapi", Map.of("AIMLAPI_API_KEY", "key"), "Eleven Music (AI/ML API)"),
                Arguments.of("apiframe", Map.of("APIFRAME_API_KEY", "afk_key"), "ElevenLabs Music (Apiframe)"),
                Arguments.of("aigateway", Map.of("AIGATEWAY_API_KEY", "sk-aig-key"), "Eleven Music (AIgateway)"),
                Arguments.of("acestep", Map.of(), "ACE-Step 1.5"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vendors")
    void aSongComesFromTheVendorThatTheOperatorSetUp(String name, Map<String, String> key, String title)
            throws StartFailure {
        vendor.setDispatcher(onStage(name));

        try (FrontDoor door = FrontDoor.setUp(data, with(key, name, vendor))) {
            door.run(door.alice, "song", Map.of("prompt", "a calm river"));
            SandboxMessage track = door.awaitTrack();

            assertThat(TryText.of(track, Instant.now())).contains(title);
            assertThat(track.pings().users()).contains(door.alice.id());
        }
    }

    @Test
    void aSongComesFromTheOtherVendorWhenTheFirstIsOutOfCreditAndItsMemberReadsFromWhom() throws StartFailure {
        VendorOnStage broke = VendorOnStage.elevenLabs(song);
        MockResponse empty = VendorOnStage.json(402, """
                {"detail":{"type":"payment_required","code":"insufficient_credits","message":"No credits left."}}""");
        broke.says("POST /v1/music/detailed", empty);
        broke.says("POST /v1/music", empty);
        vendor.setDispatcher(broke);
        other.setDispatcher(VendorOnStage.apiframe(song));
        Map<String, String> both = Map.of(
                "ELEVENLABS_API_KEY", "key",
                "ELEVENLABS_BASE_URL", vendor.url("/").toString(),
                "APIFRAME_API_KEY", "afk_key",
                "APIFRAME_BASE_URL", other.url("/").toString(),
                "HTTP_ALLOW_PRIVATE_ADDRESSES", "true",
                "MUSIC_FALLBACK", "apiframe");

        try (FrontDoor door = FrontDoor.setUp(data, both)) {
            door.run(door.alice, "song", Map.of("prompt", "a calm river"));

            assertThat(TryText.of(door.awaitTrack(), Instant.now()))
                    .contains("ElevenLabs Music (Apiframe)")
                    .doesNotContain("ElevenLabs Music v2");
        }
    }

    @Test
    void aSoundThatAMemberAttachesReachesTheVendorOnceItIsFoundToFit() throws Exception {
        vendor.setDispatcher(VendorOnStage.aimlapi(song));
        Path hum = Wav.tone(data.resolve("hum.wav"), Duration.ofSeconds(8));

        try (FrontDoor door = FrontDoor.setUp(data, with(Map.of("AIMLAPI_API_KEY", "key"), "aimlapi", vendor))) {
            door.run(door.alice, "song", cover(hum));
            door.awaitTrack();
        }
        assertThat(Objects.requireNonNull(vendor.takeRequest().getBody()).utf8())
                .contains("\"model\":\"minimax/music-cover\"", "\"reference_audio_url\":\"http", "hum.wav");
    }

    @Test
    void aSoundThatDoesNotFitIsSaidToTheMemberAndNotSentToTheVendor() throws Exception {
        vendor.setDispatcher(VendorOnStage.aimlapi(song));
        Path tooShort = Wav.tone(data.resolve("blip.wav"), Duration.ofSeconds(2));

        try (FrontDoor door = FrontDoor.setUp(data, with(Map.of("AIMLAPI_API_KEY", "key"), "aimlapi", vendor))) {
            door.run(door.alice, "song", cover(tooShort));

            assertThat(TryText.of(door.awaitNews(door.alice), Instant.now()))
                    .contains("The reference is too short or too long for this model.");
        }
        assertThat(vendor.getRequestCount()).isZero();
    }

    @Test
    void whatIsCalledASoundAndIsNoneIsSaidToBeNone() throws Exception {
        vendor.setDispatcher(VendorOnStage.aimlapi(song));
        List<String> contents = List.of(
                "<!doctype html><html><body>hum</body></html>",
                "PK\3\4 an archive",
                "#EXTM3U\n#EXTINF:8,\n/etc/passwd\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile '/etc/passwd'\n");

        try (FrontDoor door = FrontDoor.setUp(data, with(Map.of("AIMLAPI_API_KEY", "key"), "aimlapi", vendor))) {
            for (int i = 0; i < contents.size(); i++) {
                byte[] content = contents.get(i).getBytes(StandardCharsets.UTF_8);
                door.run(door.alice, "song", cover(Attached.bytes("hum.mp3", content)));
                int told = i + 1;
                door.eventually(() -> door.news(door.alice).size() == told);
            }

            assertThat(door.news(door.alice))
                    .allMatch(news -> TryText.of(news, Instant.now())
                            .contains("The reference is not a sound file of a kind that this model takes."));
        }
        assertThat(vendor.getRequestCount()).isZero();
    }

    private static Map<String, Object> cover(Path sound) {
        return cover(Attached.file(sound));
    }

    private static Map<String, Object> cover(Attached sound) {
        return Map.of(
                "prompt", "a calm river, sung softly", "model", "aimlapi/minimax/music-cover", "reference", sound);
    }

    private VendorOnStage onStage(String name) {
        return switch (name) {
            case "elevenlabs" -> VendorOnStage.elevenLabs(song);
            case "aimlapi" -> VendorOnStage.aimlapi(song);
            case "apiframe" -> VendorOnStage.apiframe(song);
            case "aigateway" -> VendorOnStage.aigateway(song);
            case "acestep" -> VendorOnStage.acestep(song);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Map<String, String> with(Map<String, String> key, String name, MockWebServer server) {
        Map<String, String> all = new HashMap<>(key);
        all.put(name.toUpperCase(Locale.ROOT) + "_BASE_URL", server.url("/").toString());
        all.put("HTTP_ALLOW_PRIVATE_ADDRESSES", "true");
        return all;
    }
}
