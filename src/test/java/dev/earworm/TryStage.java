package dev.earworm;

import dev.earworm.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program as {@code try} starts it, on a free port of this machine, for tests of what it shows. */
public final class TryStage implements AutoCloseable {
    private final TrySession session;

    private TryStage(TrySession session) {
        this.session = session;
    }

    /** Returns once members can use the bot. */
    public static TryStage start() throws IOException, StartFailure {
        TrySession session = TrySession.open("127.0.0.1", 0, TryProviders.builtIn());
        // Unpacking 65 MB anew for each test would take longer than most tests do.
        Path unpacked = Files.createDirectories(Path.of("target", "ffmpeg")).toAbsolutePath();
        Files.createSymbolicLink(session.folder().resolve("ffmpeg"), unpacked);
        session.startBot(_ -> {});
        return new TryStage(session);
    }

    /** Where a browser finds the page. */
    public URI url() {
        return session.url();
    }

    public Sandbox sandbox() {
        return session.sandbox();
    }

    @Override
    public void close() {
        session.close();
    }
}
