package dev.earworm.providers.synth.score;

import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Texture;

/** Who plays a part. */
public sealed interface Player {
    record Soloist(Instrument instrument) implements Player {}

    record Drummer(DrumKit kit) implements Player {}

    /** A sound of the world; its notes only say from when to when. */
    record Ambience(Texture texture) implements Player {}
}
