package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.ops.LogOutput;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Brings the database up to date without starting the bot, which otherwise does it itself. */
@Command(
        name = "migrate",
        description = "Brings the database's schema up to date, then ends.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class MigrateCommand implements Callable<Integer> {
    private final ConfigurationOption configuration;
    private final Console console;

    MigrateCommand(ConfigurationOption configuration, Console console) {
        this.configuration = configuration;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return configuration.then(Set.of(), this::migrate);
    }

    private int migrate(Configuration checked) throws StartFailure {
        LogOutput.configure(checked.logFormat(), checked.secrets());
        Application.migrate(checked);
        console.out()
                .println("The database is up to date: " + checked.database().place());
        return ExitCode.OK;
    }
}
