package dev.earworm.providers.synth.sound;

import com.sun.media.sound.AudioSynthesizer;
import dev.earworm.providers.synth.score.Player;

/** Where instruments come from. Safe for use by several threads. */
interface SoundBank {
    /** Makes the player's sound available to the synthesizer. */
    void lend(Player player, AudioSynthesizer synthesizer);
}
