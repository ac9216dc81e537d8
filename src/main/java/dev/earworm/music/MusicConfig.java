package dev.earworm.music;

import java.util.Optional;

/**
 * Who makes the songs of members who name no model.
 *
 * @param provider the provider that the operator chose by name; empty for the first one that has a key
 */
public record MusicConfig(Optional<String> provider) {}
