package dev.earworm.providers.synth.prompt;

import java.util.Optional;

/**
 * What the words about one section ask for.
 *
 * @param name in lower case and without its number, so that a section that comes back has the same
 * @param station empty when the name tells no place
 * @param wishes beside those for the whole piece
 * @param fullness −1 (sparse) to 1 (all that there is)
 */
public record Scene(String name, Optional<Station> station, Wishes wishes, double fullness) {}
