package dev.earworm.providers.synth.prompt;

import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Meter;
import dev.earworm.providers.synth.theory.Mode;
import dev.earworm.providers.synth.theory.Texture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the words of a prompt ask for; whatever they leave open is empty. Lists are in the order of the words and have
 * nothing twice.
 *
 * @param genres names of genres, the leading one first
 * @param beatsPerMinute 40 to 220, when a number was given
 * @param tonic pitch class of the key, 0 is C
 * @param unwanted instruments that must not sound
 */
public record Wishes(
        List<String> genres,
        List<Mood> moods,
        Optional<Pace> pace,
        OptionalInt beatsPerMinute,
        OptionalInt tonic,
        Optional<Mode> mode,
        Optional<Meter> meter,
        List<Instrument> instruments,
        List<Instrument> unwanted,
        Drums drums,
        Company company,
        List<Texture> textures,
        List<Texture> unwantedTextures) {
    /** Whether the words speak of drums. */
    public enum Drums {
        AS_THE_GENRE_HAS_THEM,
        WANTED,
        UNWANTED
    }

    /** Who plays beside the instruments that are named. */
    public enum Company {
        AS_THE_GENRE_HAS_IT,
        NOBODY_ELSE
    }

    public Wishes {
        genres = List.copyOf(genres);
        moods = List.copyOf(moods);
        instruments = List.copyOf(instruments);
        unwanted = List.copyOf(unwanted);
        textures = List.copyOf(textures);
        unwantedTextures = List.copyOf(unwantedTextures);
    }
}
