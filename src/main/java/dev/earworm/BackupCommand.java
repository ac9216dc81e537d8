package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.ops.LogOutput;
import dev.earworm.storage.BackupResult;
import dev.earworm.storage.DatabaseBackup;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** A copy of the database, made while the bot runs. */
@Command(
        name = "backup",
        description = "Writes a consistent copy of the database to a new file. May be called while the bot runs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class BackupCommand implements Callable<Integer> {
    private final ConfigurationOption configuration;
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "Where the copy goes; there must be no such file yet.")
    private Path copy = Path.of("");

    BackupCommand(ConfigurationOption configuration, Console console) {
        this.configuration = configuration;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return configuration.then(Set.of(), this::make);
    }

    private int make(Configuration checked) {
        LogOutput.configure(checked.logFormat(), checked.secrets());
        return switch (DatabaseBackup.make(checked.database(), copy)) {
            case BackupResult.Made made -> {
                console.out().println("The copy is whole: " + copy + ", " + made.bytes() + " bytes.");
                yield ExitCode.OK;
            }
            case BackupResult.InTheWay _ ->
                refuse(
                        ExitCode.USAGE,
                        "There is a file " + copy + " already, and nothing was written. Name another one.");
            case BackupResult.NoFile _ ->
                refuse(
                        ExitCode.USAGE,
                        "The database is PostgreSQL, which has a tool of its own:" + " pg_dump --format=custom --file="
                                + copy + " DATABASE");
            case BackupResult.NothingThere nothing ->
                refuse(ExitCode.SOFTWARE, "There is no database " + nothing.database() + " to copy.");
            case BackupResult.Failed failed -> refuse(ExitCode.SOFTWARE, "No copy was made: " + failed.reason());
        };
    }

    private int refuse(int exitCode, String sentence) {
        console.err().println(sentence);
        return exitCode;
    }
}
