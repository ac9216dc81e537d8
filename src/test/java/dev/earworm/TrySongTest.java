package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrySongTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anOrderThatIsNotTakenEndsTheTryAtOnceAndSaysWhy() {
        TryOptions options =
                new TryOptions(Optional.of("a calm river"), folder, "127.0.0.1", 0, Optional.of(Duration.ofHours(1)));
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true));

        int exitCode = assertTimeoutPreemptively(
                Duration.ofMinutes(2), () -> new TrySong(options, console).make("a calm river"));

        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString()).contains("alice: /song prompt:a calm river length:3600", "seconds");
        assertThat(err.toString()).contains("There is no song");
        assertThat(folder).isEmptyDirectory();
    }
}
