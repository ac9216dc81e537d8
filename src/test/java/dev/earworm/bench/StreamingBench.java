package dev.earworm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.process.EarwormProcess;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A song that is larger than the whole heap goes from a vendor through disk and ffmpeg to Discord. */
@ExtendWith(Scoreboard.Extension.class)
@Timeout(300)
class StreamingBench {
    private static final Duration LENGTH = Duration.ofSeconds(300);
    private static final int HEAP = 64;
    private static final double MEGABYTE = 1 << 20;
    private static final long UPLOAD_LIMIT = 200L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Pattern HEAP_BEFORE_COLLECTION = Pattern.compile("Pause.* (\\d+)M->");

    @TempDir
    private Path folder;

    @Test
    void aSongLargerThanTheHeapIsDelivered(Scoreboard scoreboard) throws Exception {
        Path song = NoiseFile.wav(folder.resolve("song.wav"), LENGTH);
        assertThat(Files.size(song)).isGreaterThan((HEAP * 3L / 2) << 20);
        Path log = folder.resolve("gc.log");
        try (Stage stage = new Stage(folder.resolve("uploads"), LocalVendor.finishingAtOnce(song));
                EarwormProcess bot = stage.started(
                        folder.resolve("bot"),
                        "-Xmx" + HEAP + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xlog:gc:file=" + log)) {
            stage.home.setUploadLimit(UPLOAD_LIMIT);
            long start = System.nanoTime();
            SandboxFile delivered = order(stage, "wav");
            double seconds = (System.nanoTime() - start) / 1e9;

            assertThat(delivered.size()).isGreaterThan((HEAP * 3L / 2) << 20);
            scoreboard.add(new Figure("song streamed from vendor to Discord", delivered.size() / MEGABYTE, "MB"));
            scoreboard.add(new Figure("  in a process with a heap of", HEAP, "MB"));
            scoreboard.add(new Figure("  most heap in use", peakHeap(log), "MB", new Aim.AtMost(HEAP)));
            bot.peakResidentBytes()
                    .ifPresent(bytes ->
                            scoreboard.add(new Figure("  most memory of the process", bytes / MEGABYTE, "MB")));
            scoreboard.add(new Figure("  from /song to the posted file", seconds, "s"));
        }
    }

    private static SandboxFile order(Stage stage, String format) {
        SandboxMember alice = stage.home.member("alice");
        alice.in(stage.general).runs("song", Map.of("prompt", "noise", "length", LENGTH.toSeconds(), "format", format));
        assertThat(stage.sandbox.await(PATIENCE, () -> !files(stage).isEmpty()))
                .as("a song in time; the channel holds %s", stage.general.messages())
                .isTrue();
        return files(stage).getFirst();
    }

    private static List<SandboxFile> files(Stage stage) {
        return stage.general.messages().stream()
                .flatMap(message -> message.files().stream())
                .toList();
    }

    private static int peakHeap(Path log) throws IOException {
        return HEAP_BEFORE_COLLECTION
                .matcher(Files.readString(log))
                .results()
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .max()
                .orElseThrow();
    }
}
