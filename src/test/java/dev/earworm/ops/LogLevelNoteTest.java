package dev.earworm.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's note in the data folder. */
class LogLevelNoteTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path data;

    private final List<LogLevelConfig> obeyed = new CopyOnWriteArrayList<>();

    @Test
    void theRunningBotTakesTheNoteAndObeys() throws Exception {
        try (LogLevelNote _ = LogLevelNote.watched(data, obeyed::add)) {
            assertThat(LogLevelNote.ask(data, LogLevelConfig.DEBUG, PATIENCE)).isTrue();
            assertThat(LogLevelNote.ask(data, LogLevelConfig.INFO, PATIENCE)).isTrue();
        }
        assertThat(obeyed).containsExactly(LogLevelConfig.DEBUG, LogLevelConfig.INFO);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void withoutABotNoNoteStaysForTheNextOne() throws Exception {
        assertThat(LogLevelNote.ask(data, LogLevelConfig.DEBUG, Duration.ofMillis(1)))
                .isFalse();
        assertThat(data).isEmptyDirectory();
        assertThat(LogLevelNote.ask(data.resolve("nowhere"), LogLevelConfig.DEBUG, PATIENCE))
                .isFalse();
    }

    @Test
    void aNoteOfBeforeTheStartIsNotObeyed() throws Exception {
        Files.writeString(data.resolve("log-level"), "trace");
        try (LogLevelNote _ = LogLevelNote.watched(data, obeyed::add)) {
            assertThat(LogLevelNote.ask(data, LogLevelConfig.WARN, PATIENCE)).isTrue();
        }
        assertThat(obeyed).containsExactly(LogLevelConfig.WARN);
    }

    @Test
    void aNoteThatNamesNoLevelIsThrownAway() throws Exception {
        try (LogLevelNote _ = LogLevelNote.watched(data, obeyed::add)) {
            Files.writeString(data.resolve("log-level"), "LOUD\n");
            await().until(() -> Files.notExists(data.resolve("log-level")));
        }
        assertThat(obeyed).isEmpty();
    }
}
