package dev.earworm.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.providers.Exchange.Answered;
import dev.earworm.providers.Exchange.ReplyLost;
import dev.earworm.providers.FetchResult.Fetched;
import dev.earworm.providers.FetchResult.NotAudio;
import dev.earworm.providers.FetchResult.Unreachable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Request;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that zip though they were asked not to. */
class UnzippingTest {
    private static final byte[] TEXT = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SONG = SampleAudio.mp3(300_000);

    private final MockWebServer server = new MockWebServer();
    private final VendorHttp http = new VendorHttp(
            new VendorTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60)), new Redactor());
    private final AudioFetcher fetcher = new AudioFetcher(new FetchConfig(true));

    @TempDir
    private Path folder;

    @BeforeEach
    void startServer() throws IOException {
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void theTextOfAnAnswerIsUnzipped(String encoding) throws IOException {
        server.enqueue(encoded(encoding, zipped(TEXT)));

        assertThat(ask()).isEqualTo(new Answered<>(new VendorAnswer(200, Optional.empty(), "{\"a\":1}")));
    }

    @Test
    void textThatBreaksOffIsNotWhole() throws IOException {
        Buffer whole = zipped(TEXT);
        server.enqueue(encoded("gzip", new Buffer().write(whole.readByteArray(whole.size() - 4))));

        assertThat(ask()).isInstanceOf(ReplyLost.class);
    }

    @Test
    void audioIsUnzipped() throws IOException {
        server.enqueue(encoded("gzip", zipped(SONG)));

        assertThat(fetch()).isEqualTo(new Fetched(SONG.length));
        assertThat(target()).hasBinaryContent(SONG);
    }

    @Test
    void audioThatBreaksOffIsNotWhole() throws IOException {
        Buffer whole = zipped(SONG);
        server.enqueue(encoded("gzip", new Buffer().write(whole.readByteArray(whole.size() / 2))));

        assertThat(fetch()).isInstanceOf(Unreachable.class);
    }

    @Test
    void audioThatIsMerelySaidToBeZippedIsAudio() {
        server.enqueue(encoded("gzip", new Buffer().write(SONG)));

        assertThat(fetch()).isEqualTo(new Fetched(SONG.length));
        assertThat(target()).hasBinaryContent(SONG);
    }

    /** Zipped, it is smaller than many a song. */
    @Test
    void whatSwellsIsGivenUpAtTheSameLimitAsWhatDoesNot() throws IOException {
        byte[] swelling = new byte[20 << 20];
        System.arraycopy(SONG, 0, swelling, 0, SONG.length);
        Buffer zipped = zipped(swelling);
        assertThat(zipped.size()).isLessThan(400_000);
        server.enqueue(encoded("gzip", zipped));
        FetchRules anywhere = new FetchRules(Set.of("http"), _ -> true);

        FetchResult result = new AudioFetcher(anywhere, VendorTimeouts.download(), 1 << 20)
                .fetch(server.url("/song.mp3").uri(), target());

        assertThat(result).isEqualTo(new NotAudio("localhost: the audio is larger than 1048576 bytes"));
        assertThat(target().toFile().length()).isLessThan(2 << 20);
    }

    @Test
    void anAnswerThatSwellsIsReadNoFurtherThanAnyAnswer() throws IOException {
        byte[] swelling = new byte[20 << 20];
        Arrays.fill(swelling, (byte) '[');
        server.enqueue(encoded("gzip", zipped(swelling)));

        Answered<VendorAnswer> answer = (Answered<VendorAnswer>) ask();

        assertThat(answer.answer().body()).hasSize(VendorAnswer.MAX_BYTES);
        assertThat(answer.answer().json().isMissingNode()).isTrue();
    }

    /** Asking by oneself keeps OkHttp from unzipping by itself. */
    private Exchange<VendorAnswer> ask() {
        Request request = new Request.Builder()
                .url(server.url("/"))
                .header("Accept-Encoding", "identity")
                .build();
        return http.ask(request, VendorAnswer::read);
    }

    private FetchResult fetch() {
        return fetcher.fetch(server.url("/song.mp3").uri(), target());
    }

    private Path target() {
        return folder.resolve("song.mp3");
    }

    private static MockResponse encoded(String encoding, Buffer body) {
        return new MockResponse.Builder()
                .addHeader("Content-Encoding", encoding)
                .body(body)
                .build();
    }

    private static Buffer zipped(byte[] content) throws IOException {
        Buffer zipped = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
            sink.write(content);
        }
        return zipped;
    }
}
