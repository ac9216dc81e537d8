package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM to a process whose provider never answers, and the start after it. */
class StoppedProcessTest {
    private static final int DRAIN = 12;
    private static final Duration BESIDES = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final AtomicInteger submits = new AtomicInteger();

    private Dispatcher silentAtFirst(byte[] song) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                MockResponse.Builder answer = new MockResponse.Builder();
                return submits.incrementAndGet() == 1
                        ? answer.onResponseStart(SocketEffect.Stall.INSTANCE).build()
                        : answer.addHeader("Content-Type", "audio/wav")
                                .body(new Buffer().write(song))
                                .build();
            }
        };
    }

    @Test
    void aStopIsOverInTimeAndNoSongIsLostOrMadeTwice() throws Exception {
        byte[] song = Files.readAllBytes(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(10)));
        Map<String, String> drain = Map.of("STOP_DRAIN_SECONDS", String.valueOf(DRAIN));
        try (OperatedBot bot = new OperatedBot(folder, silentAtFirst(song))) {
            Process first = bot.start(drain);
            bot.orders(bot.alice, Map.of("prompt", "a calm river", "length", 10));
            bot.eventually(() -> submits.get() == 1);
            assertThat(bot.asks("/readyz")).isEqualTo(200);

            long begun = System.nanoTime();
            first.destroy();
            bot.eventually(() -> bot.asks("/readyz") == 503);
            assertThat(bot.asks("/healthz")).isEqualTo(200);
            // Members are served meanwhile, and a second signal changes nothing.
            bot.orders(bot.bob, Map.of("prompt", "a brisk walk", "length", 10))
                    .awaitResponse(Duration.ofSeconds(DRAIN));
            first.destroy();
            assertThat(first.waitFor(40, TimeUnit.SECONDS)).isTrue();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);

            assertThat(first.exitValue()).isEqualTo(128 + 15);
            assertThat(took)
                    .isBetween(
                            Duration.ofSeconds(DRAIN - 1),
                            Duration.ofSeconds(DRAIN).plus(BESIDES));
            assertThat(submits).hasValue(1);

            bot.start(drain);
            bot.eventually(() -> bot.tracks().size() == 2);
            bot.eventually(() -> bot.log().contains("submitted to elevenlabs again: the first outcome is unknown"));
            assertThat(submits).hasValue(3);
        }
    }
}
