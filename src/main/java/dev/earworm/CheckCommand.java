package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.config.ConfigurationSummary;
import dev.earworm.config.Key;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Whether {@code run} would accept the settings; makes no file and asks nobody. */
@Command(
        name = "check",
        description = "Reads the configuration and names every mistake in it; touches nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
    private final ConfigurationOption configuration;
    private final Console console;

    CheckCommand(ConfigurationOption configuration, Console console) {
        this.configuration = configuration;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return configuration.then(Set.of(Key.DISCORD_TOKEN), this::show);
    }

    private int show(Configuration checked) {
        new ConfigurationSummary(checked).lines().forEach(console.out()::println);
        console.out().println();
        console.out().println("Read from " + configuration.origin() + ": the configuration is well.");
        return ExitCode.OK;
    }
}
