package dev.earworm;

import dev.earworm.Doctor.Diagnosis;
import dev.earworm.config.Configuration;
import dev.earworm.ops.LogOutput;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Whether {@code run} would work, as far as that can be known without doing it: it asks everybody whom the bot needs. */
@Command(
        name = "doctor",
        description = "Looks at everything the bot needs, and asks Discord, the database and each configured provider;"
                + " a line for each. Costs nothing, and may be called while the bot runs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(
            names = "--diagnostics",
            paramLabel = "FILE",
            description = "Writes what somebody who helps needs to know into a new file, to be read before it is sent:"
                    + " version, settings without secrets, findings and figures; nobody's words and nobody's id.")
    private Optional<Path> diagnostics = Optional.empty();

    private final ConfigurationOption configuration;
    private final Console console;
    private final Parts parts;

    DoctorCommand(ConfigurationOption configuration, Console console, Parts parts) {
        this.configuration = configuration;
        this.console = console;
        this.parts = parts;
    }

    @Override
    public Integer call() throws Exception {
        return configuration.then(Set.of(), this::examine);
    }

    private int examine(Configuration checked) throws InterruptedException, IOException {
        LogOutput.configure(checked.logFormat(), checked.secrets());
        LogOutput.onlyWarnings();
        List<Diagnosis> diagnoses = new Doctor(PATIENCE, checked.secrets())
                .examine(Examinations.of(checked, configuration.origin(), parts));
        diagnoses.stream().map(Diagnosis::line).forEach(console.out()::println);
        long faults =
                diagnoses.stream().filter(diagnosis -> !diagnosis.isWell()).count();
        console.out().println();
        console.out().println(faults == 0 ? "All is well." : faults + " of " + diagnoses.size() + " need a look.");
        boolean isWritten = diagnostics.isEmpty()
                || isWritten(new Diagnostics(checked, diagnoses, parts.clock().instant()), diagnostics.get());
        return faults == 0 && isWritten ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean isWritten(Diagnostics collected, Path file) throws IOException {
        try {
            collected.writeTo(file);
            console.out().println("Read " + file + " before you send it.");
            return true;
        } catch (FileAlreadyExistsException e) {
            console.err().println(file + " is there already; name another file.");
            return false;
        } catch (NoSuchFileException | AccessDeniedException e) {
            console.err().println(file + " cannot be written: " + e.getMessage());
            return false;
        }
    }
}
