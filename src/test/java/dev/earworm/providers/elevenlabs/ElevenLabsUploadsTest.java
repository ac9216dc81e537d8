package dev.earworm.providers.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.ModelId;
import dev.earworm.music.PlanSection;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.OutOfCredit;
import dev.earworm.music.ProviderFailure.OutcomeUnknown;
import dev.earworm.music.SongUploader.Upload;
import dev.earworm.music.SongUploader.Upload.NotUploaded;
import dev.earworm.music.SongUploader.Upload.Uploaded;
import dev.earworm.providers.SampleAudio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.junit.jupiter.params.provider.ValueSource;

class ElevenLabsUploadsTest {
    private static final byte[] SOUND = SampleAudio.mp3(30_000);

    private final VendorDesk vendor = new VendorDesk();

    @TempDir
    private Path folder;

    private Path song;

    @BeforeEach
    void writeSong() throws IOException {
        song = Files.write(folder.resolve("my private title.bin"), SOUND);
    }

    @AfterEach
    void closeVendor() {
        vendor.close();
    }

    @Test
    void theWholeFileGoesInAFormWithoutItsName() {
        vendor.answers(200, "{\"song_id\":\"jR4Xz8kL2mNpQ9wVtY1b\"}");

        assertThat(upload()).isEqualTo(new Uploaded("jR4Xz8kL2mNpQ9wVtY1b", Optional.empty()));

        RecordedRequest request = vendor.nextRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/music/upload HTTP/1.1");
        assertThat(request.getHeaders().get("xi-api-key")).isEqualTo(VendorDesk.API_KEY);
        assertThat(request.getHeaders().get("Content-Type")).startsWith("multipart/form-data; boundary=");
        ByteString body = Objects.requireNonNull(request.getBody());
        assertThat(body.indexOf(ByteString.of(SOUND))).isPositive();
        assertThat(body.string(StandardCharsets.ISO_8859_1))
                .containsIgnoringCase(
                        "Content-Disposition: form-data; name=\"file\"; filename=\"song.mp3\"\r\nContent-Type: audio/mpeg")
                .containsPattern("name=\"extract_composition_plan\"(\r\n[^\r\n]+)*\r\n\r\nmusic_v2_5\r\n")
                .doesNotContain("private");
    }

    @Test
    void thePlanThatTheVendorHearsComesBack() {
        vendor.answers(200, """
                {"song_id":"s1","composition_plan":{"chunks":[
                  {"text":"[Verse]\\nFlow on","duration_ms":15000,"positive_styles":[]}]},
                 "words_timestamps":null,"waveform_visual":null}""");

        assertThat(((Uploaded) upload()).plan().orElseThrow().sections())
                .containsExactly(PlanSection.of("Verse", Duration.ofSeconds(15), List.of(), List.of("Flow on")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"song_id\":null}", "{\"song_id\":\" \"}", "<html>", ""})
    void anAnswerWithoutAnIdFailsForGood(String answer) {
        vendor.answers(200, answer);

        assertThat(failure()).isInstanceOf(Internal.class);
    }

    @Test
    void anAccountWithoutInpaintingReadsSo() {
        vendor.answers(403, "{\"detail\":{\"code\":\"feature_not_available\",\"message\":\"Enterprise only.\"}}");

        assertThat(failure()).isInstanceOf(OutOfCredit.class);
    }

    @Test
    void anUploadIsSentOnceWhateverComesBack() {
        vendor.answers(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        vendor.answers(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .build());

        assertThat(failure()).isInstanceOf(OutcomeUnknown.class);
        assertThat(vendor.requests()).isEqualTo(1);
        failure();
        assertThat(vendor.requests()).isEqualTo(2);
    }

    @Test
    void whatIsNoSoundIsNotSent() throws IOException {
        Files.writeString(song, "<html>no sound at all</html>");

        assertThat(failure()).isInstanceOf(BadRequest.class);
        assertThat(vendor.requests()).isZero();
    }

    @Test
    void everyKindOfSoundHasItsName() throws IOException {
        for (String[] kind : new String[][] {
            {"RIFF0000WAVE", "song.wav", "audio/wav"},
            {"OggS00000000", "song.ogg", "audio/ogg"},
            {"fLaC00000000", "song.flac", "audio/flac"},
            {"0000ftypM4A ", "song.m4a", "audio/mp4"},
            {"ID3000000000", "song.mp3", "audio/mpeg"}
        }) {
            vendor.answers(200, "{\"song_id\":\"s\"}");
            Files.write(song, new Buffer().writeUtf8(kind[0]).readByteArray());

            assertThat(upload()).isInstanceOf(Uploaded.class);
            assertThat(Objects.requireNonNull(vendor.nextRequest().getBody()).utf8())
                    .contains("filename=\"" + kind[1] + "\"", kind[2]);
        }
    }

    private ProviderFailure failure() {
        return ((NotUploaded) upload()).failure();
    }

    private Upload upload() {
        return vendor.provider(SongKeeping.KEPT)
                .uploads()
                .orElseThrow()
                .upload(song, new ModelId("elevenlabs", "music_v2_5"));
    }
}
