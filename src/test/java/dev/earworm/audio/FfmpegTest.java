package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FfmpegTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final List<String> WITHOUT_END = List.of("-f", "lavfi", "-i", "sine", "-f", "null", "-");

    private static Ffmpeg ffmpeg;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        ffmpeg = new Sounds().ffmpeg();
    }

    @Test
    void aProcessThatTakesTooLongIsKilled() {
        assertThatThrownBy(() -> ffmpeg.ffmpeg(Duration.ofMillis(50), "", WITHOUT_END))
                .isInstanceOf(IOException.class)
                .hasMessage("ffmpeg did not finish within PT0.05S");
        await().untilAsserted(() -> assertThat(running()).isEmpty());
    }

    @Test
    void anInterruptKillsTheProcess() throws InterruptedException {
        AtomicReference<Throwable> outcome = new AtomicReference<>();
        Thread worker = startWithoutEnd(outcome);

        worker.interrupt();
        worker.join();

        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        await().untilAsserted(() -> assertThat(running()).isEmpty());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingOfOurEnvironmentReachesTheProcess() throws Exception {
        Thread worker = startWithoutEnd(new AtomicReference<>());

        String environment = Files.readString(
                Path.of("/proc", Long.toString(running().getFirst().pid()), "environ"));

        assertThat(environment.split("\0"))
                .extracting(variable -> variable.substring(0, variable.indexOf('=')))
                .containsExactlyInAnyOrder("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH");
        worker.interrupt();
        worker.join();
    }

    @Test
    void theReasonOfAFailureIsKeptWithoutTheLoadersNoise() throws Exception {
        Ffmpeg.Output output = ffmpeg.ffmpeg(LONG, "", List.of("-f", "lavfi", "-i", "nosuchfilter", "-f", "null", "-"));

        assertThat(output.exitCode()).isNotZero();
        assertThat(output.complaint())
                .contains("No such filter: 'nosuchfilter'")
                .doesNotContain("version information");
    }

    @Test
    void onlyTheEndOfALongOutputIsKept() throws Exception {
        Ffmpeg.Output output =
                ffmpeg.ffprobe(LONG, List.of("-f", "lavfi", "-i", "sine=duration=100", "-show_packets", "-of", "json"));

        assertThat(output.text()).hasSize(OutputTail.BYTES).endsWith("]\n}\n");
    }

    private static Thread startWithoutEnd(AtomicReference<Throwable> outcome) {
        Thread worker = Thread.ofVirtual().start(() -> {
            try {
                ffmpeg.ffmpeg(LONG, "", WITHOUT_END);
            } catch (IOException | InterruptedException e) {
                outcome.set(e);
            }
        });
        await().until(() -> running().size() == 1);
        return worker;
    }

    private static List<ProcessHandle> running() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("ffmpeg"))
                .toList();
    }
}
