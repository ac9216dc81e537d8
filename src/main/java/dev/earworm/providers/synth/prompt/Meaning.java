package dev.earworm.providers.synth.prompt;

import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Meter;
import dev.earworm.providers.synth.theory.Mode;
import dev.earworm.providers.synth.theory.Texture;

/** What one phrase of the lexicon asks for. */
sealed interface Meaning {
    record OfGenre(String genre) implements Meaning {}

    record OfMood(Mood mood) implements Meaning {}

    record OfPace(Pace pace) implements Meaning {}

    record OfMode(Mode mode) implements Meaning {}

    record OfMeter(Meter meter) implements Meaning {}

    record OfInstrument(Instrument instrument) implements Meaning {}

    record OfTexture(Texture texture) implements Meaning {}

    record OfDrums() implements Meaning {}

    /** Whether a list that begins with "no" may go on with this: things, as opposed to qualities. */
    default boolean isThing() {
        return switch (this) {
            case OfInstrument _, OfTexture _, OfDrums _ -> true;
            case OfGenre _, OfMood _, OfPace _, OfMode _, OfMeter _ -> false;
        };
    }
}
