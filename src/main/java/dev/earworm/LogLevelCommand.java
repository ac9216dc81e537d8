package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.ops.LogLevelConfig;
import dev.earworm.ops.LogLevelNote;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** How much a running bot logs, changed without stopping it. */
@Command(
        name = "log-level",
        description = "Changes how much the running bot logs of its own work, until its next start.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class LogLevelCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConfigurationOption configuration;
    private final Console console;

    @Parameters(paramLabel = "LEVEL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private LogLevelConfig level = LogLevelConfig.INFO;

    LogLevelCommand(ConfigurationOption configuration, Console console) {
        this.configuration = configuration;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return configuration.then(Set.of(), this::ask);
    }

    private int ask(Configuration checked) throws InterruptedException {
        Path data = checked.dataDirectory();
        if (LogLevelNote.ask(data, level, PATIENCE)) {
            console.out().println("The log level is " + level.name().toLowerCase(Locale.ROOT) + " now.");
            return ExitCode.OK;
        }
        console.err().println("No running Earworm has the data folder " + data + ", so nothing was changed.");
        return ExitCode.SOFTWARE;
    }
}
