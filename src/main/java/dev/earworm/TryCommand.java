package dev.earworm;

import dev.earworm.ops.LogOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Music without a Discord account, a key or a database. */
@Command(
        name = "try",
        description = "Makes music at once, on a small Discord of its own: no account, no key, nothing to set up.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class TryCommand implements Callable<Integer> {
    private final ConfigurationOption configuration;
    private final Console console;

    @Option(
            names = "--prompt",
            paramLabel = "WORDS",
            description = "The song to make, as \"lo-fi piano with light rain\"; without it, you type the commands.")
    private Optional<String> prompt = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where the finished file lands; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("target", "try");

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = WholeNumber.Port.class,
            description = "Where the small Discord listens, 0 for any free port; default ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--length",
            paramLabel = "SECONDS",
            converter = WholeNumber.Seconds.class,
            description = "How long the song is; default: as the model likes.")
    private Optional<Integer> length = Optional.empty();

    TryCommand(ConfigurationOption configuration, Console console) {
        this.configuration = configuration;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, StartFailure {
        if (configuration.isNamed()) {
            console.err().println("try reads no configuration; leave --config out, or use run.");
            return ExitCode.USAGE;
        }
        LogOutput.onlyWarnings();
        return TryOut.run(options(), console);
    }

    TryOptions options() {
        return new TryOptions(
                prompt.map(String::strip).filter(words -> !words.isEmpty()),
                folder,
                port,
                length.map(Duration::ofSeconds));
    }
}
