package dev.earworm.providers.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.OutOfCredit;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.SongRequest;
import dev.earworm.music.StemSeparator.Recording;
import dev.earworm.music.StemSeparator.Separation;
import dev.earworm.music.StemSeparator.Separation.NotSeparated;
import dev.earworm.music.StemSeparator.Separation.Separated;
import dev.earworm.music.StemSeparator.Stem;
import dev.earworm.music.StemSeparator.StemSet;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.SampleAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElevenLabsStemsTest {
    private static final byte[] SOUND = SampleAudio.mp3(30_000);

    private final VendorDesk vendor = new VendorDesk();

    @TempDir
    private Path folder;

    private Path song;
    private Path stems;

    @BeforeEach
    void writeSong() throws IOException {
        song = Files.write(folder.resolve("song"), SOUND);
        stems = Files.createDirectory(folder.resolve("stems"));
    }

    @AfterEach
    void closeVendor() {
        vendor.close();
    }

    @Test
    void everyVoiceIsAFileOfItsOwnAndNothingElseIsLeft() throws IOException {
        byte[] vocals = SampleAudio.mp3(1000);
        byte[] drums = SampleAudio.mp3(2000);
        vendor.answers(
                new Zip().with("vocals.mp3", vocals).with("drums.mp3", drums).body());

        assertThat(((Separated) separate(StemSet.SIX)).stems())
                .containsExactly(
                        new Stem("vocals", stems.resolve("vocals.mp3")), new Stem("drums", stems.resolve("drums.mp3")));
        assertThat(stems.resolve("vocals.mp3")).hasBinaryContent(vocals);
        assertThat(stems.resolve("drums.mp3")).hasBinaryContent(drums);
        try (var files = Files.list(stems)) {
            assertThat(files).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"TWO, two_stems_v1", "SIX, six_stems_v1"})
    void theVariationIsNamedAndTheWholeFileSent(StemSet set, String expected) throws IOException {
        vendor.answers(new Zip().with("vocals.mp3", SOUND).body());

        separate(set);

        RecordedRequest request = vendor.nextRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/music/stem-separation HTTP/1.1");
        assertThat(request.getHeaders().get("xi-api-key")).isEqualTo(VendorDesk.API_KEY);
        ByteString body = Objects.requireNonNull(request.getBody());
        assertThat(body.indexOf(ByteString.of(SOUND))).isPositive();
        assertThat(body.utf8())
                .containsPattern("name=\"stem_variation_id\"(\r\n[^\r\n]+)*\r\n\r\n" + expected + "\r\n")
                .contains("name=\"file\"; filename=\"song.mp3\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"detail\":\"odd\"}", "PK\u0003\u0004 and nothing more"})
    void anAnswerThatIsNoArchiveFailsForGood(String body) {
        vendor.answers(new Buffer().writeUtf8(body));

        assertThat(failure()).isInstanceOf(Internal.class);
        assertThat(stems).isEmptyDirectory();
    }

    @Test
    void anArchiveThatClaimsTwoGigabytesFailsForGood() throws IOException {
        vendor.answers(new MockResponse.Builder()
                .body(new Zip().with("vocals.mp3", SOUND).body())
                .setHeader("Content-Length", 2L << 30)
                .build());

        assertThat(failure()).isInstanceOf(Internal.class);
    }

    @Test
    void anAnswerThatBreaksOffLeavesTheOutcomeUnknownAndIsNotAskedForAgain() throws IOException {
        vendor.answers(new MockResponse.Builder()
                .body(new Zip().with("vocals.mp3", SOUND).body())
                .setHeader("Content-Length", 3_000_000)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());

        assertThat(failure()).isInstanceOf(OutcomeUnknown.class);
        assertThat(vendor.requests()).isEqualTo(1);
        assertThat(stems).isEmptyDirectory();
    }

    @Test
    void aRefusalIsSortedAsAnyOther() {
        vendor.answers(402, "{\"detail\":{\"type\":\"payment_required\",\"code\":\"insufficient_credits\"}}");
        vendor.answers(500, "");

        assertThat(failure()).isInstanceOf(OutOfCredit.class);
        assertThat(failure()).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void whatIsNoSoundIsNotSent() throws IOException {
        Files.writeString(song, "<html>no sound at all</html>");

        assertThat(failure()).isInstanceOf(BadRequest.class);
        assertThat(vendor.requests()).isZero();
    }

    private ProviderFailure failure() {
        return ((NotSeparated) separate(StemSet.SIX)).failure();
    }

    private Recording recording() {
        SongRequest request = new SongRequest(
                new ModelId("elevenlabs", "music_v2"),
                "a calm river",
                Duration.ofSeconds(30),
                false,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
        return new Recording(request, TrackDetails.NONE, song);
    }

    private Separation separate(StemSet set) {
        return vendor.provider().stems().orElseThrow().separate(recording(), set, stems);
    }
}
