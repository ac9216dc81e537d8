package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.config.Key;
import dev.earworm.ops.LogOutput;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The bot, until it is told to stop. */
@Command(
        name = "run",
        description = "Runs the bot against Discord until it is stopped.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {
    private final ConfigurationOption configuration;

    RunCommand(ConfigurationOption configuration) {
        this.configuration = configuration;
    }

    @Override
    public Integer call() throws Exception {
        return configuration.then(Set.of(Key.DISCORD_TOKEN), RunCommand::run);
    }

    private static int run(Configuration configuration) throws StartFailure, InterruptedException {
        LogOutput.configure(configuration.logFormat(), configuration.secrets());
        try (Application application = Application.start(configuration)) {
            // SIGTERM and SIGINT end here; the process waits until everything is put down.
            Runtime.getRuntime().addShutdownHook(new Thread(application::close, "stop"));
            application.awaitStop();
        }
        return ExitCode.OK;
    }
}
