package dev.earworm.config;

import java.util.List;

/** What came of reading the settings: all of them, or all mistakes in them. */
public sealed interface ConfigurationResult permits Configured, Misconfigured {
    /** Sentences on what has no effect, though somebody may have meant it to. */
    List<String> warnings();
}
