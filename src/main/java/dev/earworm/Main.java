package dev.earworm;

import dev.earworm.config.ConfigurationReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/**
 * The program, as operators call it. Exit codes: 0 done, 1 failed at run time, 2 wrong usage or configuration.
 *
 * <p>Answers go to standard output; what went wrong goes to standard error, in one plain sentence each.
 */
@Command(
        name = "earworm",
        description = "A self-hosted Discord bot that makes music on request.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class,
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed at run time", "2:wrong usage or configuration"})
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Pictures are drawn in memory; without this, a DISPLAY that happens to be set makes Java look for a screen.
        System.setProperty("java.awt.headless", "true");
        Console console = new Console(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(commandLine(Path.of(""), System.getenv(), console).execute(arguments));
    }

    static CommandLine commandLine(Path workingDirectory, Map<String, String> environment, Console console) {
        return commandLine(workingDirectory, environment, console, Parts.standard());
    }

    static CommandLine commandLine(
            Path workingDirectory, Map<String, String> environment, Console console, Parts parts) {
        ConfigurationOption configuration =
                new ConfigurationOption(new ConfigurationReader(workingDirectory, environment), console);
        return new CommandLine(new Main())
                .addMixin("configuration", configuration)
                .addSubcommand(new RunCommand(configuration, parts))
                .addSubcommand(new TryCommand(configuration, console))
                .addSubcommand(new CheckCommand(configuration, console))
                .addSubcommand(new DoctorCommand(configuration, console, parts))
                .addSubcommand(new MigrateCommand(configuration, console))
                .addSubcommand(new BackupCommand(configuration, console))
                .addSubcommand(new InviteCommand(configuration, console))
                .addSubcommand(new LogLevelCommand(configuration, console))
                .setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                // A prompt may begin with @, which is no file of arguments.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((mistake, _) -> explain(mistake))
                .setExecutionExceptionHandler(new FailureReport());
    }

    private static int explain(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println(mistake.getMessage());
        command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
        return CommandLine.ExitCode.USAGE;
    }
}
