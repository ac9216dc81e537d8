package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.config.Key;
import dev.earworm.ops.LogOutput;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The bot, until it is told to stop. */
@Command(
        name = "run",
        description = "Runs the bot against Discord until it is stopped.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    /** What a stop takes besides waiting for songs: ten seconds are what operators are told. */
    private static final Duration BESIDES = Duration.ofSeconds(9);

    private final ConfigurationOption configuration;
    private final Parts parts;

    RunCommand(ConfigurationOption configuration, Parts parts) {
        this.configuration = configuration;
        this.parts = parts;
    }

    @Override
    public Integer call() throws Exception {
        return configuration.then(Set.of(Key.DISCORD_TOKEN), this::run);
    }

    private int run(Configuration configuration) throws StartFailure, InterruptedException {
        LogOutput.configure(configuration.logFormat(), configuration.secrets());
        LogOutput.level(configuration.ops().logLevel());
        try (Application application = Application.start(configuration, parts, _ -> {})) {
            // SIGTERM and SIGINT end here; the process waits until everything is put down.
            Duration patience = configuration.ops().drain().plus(BESIDES);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(application, patience), "stop"));
            application.awaitStop();
        }
        return ExitCode.OK;
    }

    /** Whatever hangs is left behind, as after a power cut: each song goes on from where it is written to be. */
    private static void stop(Application application, Duration patience) {
        Thread closing = Thread.ofVirtual().name("closing").start(application::close);
        try {
            if (!closing.join(patience)) {
                LOG.error("Earworm could not be put down within {}, and ends all the same", patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
