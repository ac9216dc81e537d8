package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.ops.LogFormatConfig;
import dev.earworm.ops.LogOutput;
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
            description = "The song to make, as \"lo-fi piano with light rain\"; without it, you get a page to try in.")
    private Optional<String> prompt = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where the finished file of a prompt lands; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("target", "try");

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = WholeNumber.Port.class,
            description = "The page's port, 0 for any that is free; default ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address of this machine that the page is opened on, 0.0.0.0 for all of them: whoever"
                    + " reaches it can use it. Default ${DEFAULT-VALUE}, for this machine alone.")
    private String host = "127.0.0.1";

    @Option(
            names = "--length",
            paramLabel = "SECONDS",
            converter = WholeNumber.Seconds.class,
            description = "How long the prompt's song is; default: as the model likes.")
    private Optional<Integer> length = Optional.empty();

    TryCommand(ConfigurationOption configuration, Console console) {
        this.configuration = configuration;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (configuration.isNamed()) {
            console.err().println("try reads no configuration file; leave --config out, or use run.");
            return ExitCode.USAGE;
        }
        TryOptions options = options();
        if (options.prompt().isPresent()) {
            LogOutput.onlyWarnings();
            return new TrySong(options, console).make(options.prompt().get());
        }
        return configuration.thenOfEnvironment(TryProviders.KEYS, environment -> show(options, environment));
    }

    private int show(TryOptions options, Configuration environment) throws Exception {
        LogOutput.configure(LogFormatConfig.TEXT, environment.secrets());
        LogOutput.onlyWarnings();
        return new TryPage(options, TryProviders.of(environment), console).show();
    }

    TryOptions options() {
        return new TryOptions(
                prompt.map(String::strip).filter(words -> !words.isEmpty()),
                folder,
                host,
                port,
                length.map(Duration::ofSeconds));
    }
}
