package dev.earworm.config;

import dev.earworm.config.SettingsFile.Read;
import dev.earworm.config.SettingsFile.Unreadable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the operator's settings and names every mistake in them at once. Makes nothing, asks nobody. */
public final class ConfigurationReader {
    /** What is read when no file is named; it need not be there. */
    public static final Path USUAL_FILE = Path.of("config", "earworm.yaml");

    private final Path workingDirectory;
    private final Map<String, String> environment;

    /**
     * @param workingDirectory where the usual file is looked for
     * @param environment all variables of the process; only ours are read
     */
    public ConfigurationReader(Path workingDirectory, Map<String, String> environment) {
        this.workingDirectory = workingDirectory;
        this.environment = Map.copyOf(environment);
    }

    /** The file that counts: the named one, there or not, else the usual one if it is there. */
    public Optional<Path> file(Optional<Path> named) {
        Path usual = workingDirectory.resolve(USUAL_FILE);
        return named.map(workingDirectory::resolve).or(() -> Optional.of(usual).filter(Files::exists));
    }

    /**
     * All settings, or all mistakes in them.
     *
     * @param named the file the operator named, if any
     * @param required keys that have no default and must be set
     */
    public ConfigurationResult read(Optional<Path> named, Set<Key> required) {
        OurVariables variables = OurVariables.in(environment);
        return switch (file(named).map(SettingsFile::at).orElseGet(SettingsFile::none)) {
            // What the environment lacks may be in this file, so nothing else can be called a mistake.
            case Unreadable(Mistake mistake) -> new Misconfigured(List.of(mistake), variables.warnings());
            case Read(Map<String, String> values, List<Mistake> mistakes) ->
                checked(new Settings(values, variables.values()), mistakes, variables, required);
        };
    }

    /** What the environment alone says of these keys; all others have their defaults. */
    public ConfigurationResult readEnvironment(Set<Key> keys) {
        OurVariables variables = OurVariables.in(environment).only(keys);
        return checked(new Settings(Map.of(), variables.values()), List.of(), variables, Set.of());
    }

    private static ConfigurationResult checked(
            Settings settings, List<Mistake> inFile, OurVariables variables, Set<Key> required) {
        List<Mistake> mistakes = new ArrayList<>(inFile);
        required.stream()
                .sorted()
                .filter(key -> settings.setting(key).isEmpty())
                .map(Mistake::missing)
                .forEach(mistakes::add);
        Configuration configuration = ConfigurationAssembly.assemble(settings);
        mistakes.addAll(settings.mistakes());
        List<String> warnings = new ArrayList<>(variables.warnings());
        warnings.addAll(settings.warnings());
        return mistakes.isEmpty() ? new Configured(configuration, warnings) : new Misconfigured(mistakes, warnings);
    }
}
