package dev.earworm.config;

import java.util.List;

/**
 * Everything that was set is in order.
 *
 * @param warnings sentences on what has no effect, though somebody may have meant it to
 */
public record Configured(Configuration configuration, List<String> warnings) implements ConfigurationResult {
    public Configured {
        warnings = List.copyOf(warnings);
    }
}
