package dev.earworm.config;

import dev.earworm.config.ValueFormat.Accepted;
import dev.earworm.config.ValueFormat.Parsed;
import dev.earworm.config.ValueFormat.Refused;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** The environment above the file, read key by key; what is not allowed is noted and reading goes on. */
final class Settings {
    private final SmallRyeConfig layers;
    /** Each once, though more than one part may ask for the same key. */
    private final SequencedSet<Mistake> mistakes = new LinkedHashSet<>();

    private final List<String> warnings = new ArrayList<>();

    /**
     * @param file values by path
     * @param environment our variables only: SmallRye would also take orders from others, as {@code CONFIG_ORDINAL}
     */
    Settings(Map<String, String> file, Map<String, String> environment) {
        // Without SmallRye's default interceptors: a token with ${} in it stays as it is.
        layers = new SmallRyeConfigBuilder()
                .withSources(
                        new YamlConfigSource("file", file, YamlConfigSource.ORDINAL),
                        new EnvConfigSource(environment, EnvConfigSource.ORDINAL))
                .build();
    }

    /** What was written for a key, the environment's word before the file's; blank counts as nothing. */
    Optional<Setting> setting(Key key) {
        ConfigValue found = layers.getConfigValue(key.path());
        return Optional.ofNullable(found.getRawValue())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new Setting(key, origin(found), text));
    }

    private static Setting.Origin origin(ConfigValue value) {
        return EnvConfigSource.NAME.equals(value.getSourceName()) ? Setting.Origin.ENVIRONMENT : Setting.Origin.FILE;
    }

    /** The value of a key, empty when it is not set or not allowed. */
    <T> Optional<T> optional(Key key, ValueFormat<T> format) {
        return setting(key).flatMap(setting -> value(setting, format));
    }

    /** The value of a key that has a fixed default, which also stands in for what is not allowed. */
    <T> T required(Key key, ValueFormat<T> format) {
        return optional(key, format).orElseGet(() -> fallback(key, format));
    }

    private <T> Optional<T> value(Setting setting, ValueFormat<T> format) {
        return switch (format.parse(setting.text())) {
            case Accepted<T>(T value) -> Optional.of(value);
            case Refused<T>(String reason) -> {
                mistakes.add(Mistake.notAllowed(setting, format.shown(setting.text()), reason));
                yield Optional.empty();
            }
        };
    }

    private static <T> T fallback(Key key, ValueFormat<T> format) {
        Parsed<T> parsed = format.parse(key.defaultText().orElseThrow());
        return switch (parsed) {
            case Accepted<T>(T value) -> value;
            case Refused<T>(String reason) -> throw new IllegalStateException("default of " + key + ": " + reason);
        };
    }

    /** A value that is well by itself and not in its place; of no secret key. */
    void refuse(Key key, String reason) {
        setting(key).ifPresent(setting -> mistakes.add(Mistake.notAllowed(setting, Quoted.of(setting.text()), reason)));
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
