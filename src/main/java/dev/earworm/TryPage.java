package dev.earworm;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ExitCode;

/** The page to try the bot in, from the first line on the console until Ctrl-C. */
final class TryPage {
    private static final Logger LOG = LoggerFactory.getLogger(TryPage.class);

    /** What is being made is thrown away, so nobody waits for it longer than that. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TryOptions options;
    private final TryProviders providers;
    private final Console console;

    TryPage(TryOptions options, TryProviders providers, Console console) {
        this.options = options;
        this.providers = providers;
        this.console = console;
    }

    int show() throws IOException, InterruptedException, StartFailure {
        try (TrySession session = TrySession.open(options.host(), options.port(), providers)) {
            // SIGTERM and SIGINT end here; the process waits until everything is put down.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(session), "stop"));
            console.out().println("""
                    Earworm comes to a small Discord of its own, and so can you, with a browser:

                        %s
                    """.formatted(session.url()));
            if (!InetAddress.getByName(options.host()).isLoopbackAddress()) {
                console.out().println("Others who reach this machine can use it as you do, without a password.\n");
            }
            providers.warning().ifPresent(warning -> console.out().println(warning + "\n"));
            startBot(session);
            session.awaitStop();
            return ExitCode.OK;
        }
    }

    private void startBot(TrySession session) throws StartFailure {
        try {
            session.startBot(_ -> {});
            console.out().println("The bot is there: type /song. Ctrl-C ends it all, and nothing is kept.");
        } catch (StartFailure | RuntimeException e) {
            if (!session.isClosed()) {
                throw e;
            }
            LOG.debug("ended while the bot was starting", e);
        }
    }

    private static void stop(TrySession session) {
        Thread closing = Thread.ofVirtual().name("closing").start(session::close);
        try {
            if (!closing.join(PATIENCE)) {
                LOG.debug("not put down within {}; it ends all the same", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            session.throwAway();
        }
    }
}
