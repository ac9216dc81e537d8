package dev.earworm;

import dev.earworm.Doctor.Diagnosis;
import dev.earworm.config.Configuration;
import dev.earworm.ops.LogOutput;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Whether {@code run} would work, as far as that can be known without doing it: it asks everybody whom the bot needs. */
@Command(
        name = "doctor",
        description = "Looks at everything the bot needs, and asks Discord, the database and each configured provider;"
                + " a line for each. Costs nothing, and may be called while the bot runs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    private int examine(Configuration checked) throws InterruptedException {
        LogOutput.configure(checked.logFormat(), checked.secrets());
        LogOutput.onlyWarnings();
        List<Diagnosis> diagnoses = new Doctor(PATIENCE, checked.secrets())
                .examine(Examinations.of(checked, configuration.origin(), parts));
        diagnoses.stream().map(Diagnosis::line).forEach(console.out()::println);
        long faults =
                diagnoses.stream().filter(diagnosis -> !diagnosis.isWell()).count();
        console.out().println();
        console.out().println(faults == 0 ? "All is well." : faults + " of " + diagnoses.size() + " need a look.");
        return faults == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
