package dev.earworm;

import dev.earworm.config.Configuration;

/** The running bot. */
public final class Application implements AutoCloseable {
    private Application() {}

    public static Application start(Configuration configuration) throws StartFailure {
        throw new StartFailure("This build cannot run yet with " + configuration + ".", 1);
    }

    public static void migrate(Configuration configuration) throws StartFailure {
        throw new StartFailure("This build cannot migrate yet with " + configuration + ".", 1);
    }

    public void awaitStop() throws InterruptedException {
        throw new InterruptedException();
    }

    @Override
    public void close() {}
}
