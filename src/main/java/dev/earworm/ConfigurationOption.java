package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.config.ConfigurationReader;
import dev.earworm.config.ConfigurationResult;
import dev.earworm.config.Configured;
import dev.earworm.config.Key;
import dev.earworm.config.Misconfigured;
import dev.earworm.config.Mistake;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code --config}, before or after any command, and the settings that come of it. */
final class ConfigurationOption {
    private final ConfigurationReader reader;
    private final Console console;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "The settings to use; else config/earworm.yaml if it is there. The environment wins over both.")
    private Optional<Path> file = Optional.empty();

    ConfigurationOption(ConfigurationReader reader, Console console) {
        this.reader = reader;
        this.console = console;
    }

    /** What a command does with settings that are in order. */
    @FunctionalInterface
    interface Action {
        /** Ends with the exit code of the program. */
        int run(Configuration configuration) throws Exception;
    }

    /** Does it with the settings, or names every mistake in them. */
    int then(Set<Key> required, Action action) throws Exception {
        return then(reader.read(file, required), action);
    }

    /** Does it with what the environment alone says of these keys, or names every mistake in it. */
    int thenOfEnvironment(Set<Key> keys, Action action) throws Exception {
        return then(reader.readEnvironment(keys), action);
    }

    private int then(ConfigurationResult result, Action action) throws Exception {
        result.warnings().forEach(console.err()::println);
        return switch (result) {
            case Configured(Configuration configuration, List<String> _) -> action.run(configuration);
            case Misconfigured(List<Mistake> mistakes, List<String> _) -> {
                mistakes.forEach(mistake -> console.err().println(mistake.sentence()));
                yield ExitCode.USAGE;
            }
        };
    }

    boolean isNamed() {
        return file.isPresent();
    }

    /** As {@code "config/earworm.yaml and the environment"}. */
    String origin() {
        return reader.file(file).map(path -> path + " and the environment").orElse("the environment");
    }
}
