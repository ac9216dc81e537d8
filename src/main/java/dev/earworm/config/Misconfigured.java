package dev.earworm.config;

import java.util.List;

/**
 * What has to be put right before anything can start.
 *
 * @param mistakes all of them, at least one
 * @param warnings sentences on what has no effect, though somebody may have meant it to
 */
public record Misconfigured(List<Mistake> mistakes, List<String> warnings) implements ConfigurationResult {
    public Misconfigured {
        if (mistakes.isEmpty()) {
            throw new IllegalArgumentException("a misconfiguration without a mistake");
        }
        mistakes = List.copyOf(mistakes);
        warnings = List.copyOf(warnings);
    }
}
