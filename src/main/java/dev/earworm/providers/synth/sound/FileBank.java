package dev.earworm.providers.synth.sound;

import com.sun.media.sound.AudioSynthesizer;
import dev.earworm.providers.synth.score.Player;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Soundbank;

/** A General MIDI sound font from a file; only the textures, which no sound font has, are still computed. */
final class FileBank implements SoundBank {
    private final Soundbank soundbank;
    private final BuiltInBank textures = new BuiltInBank();

    private FileBank(Soundbank soundbank) {
        this.soundbank = soundbank;
    }

    /** @throws IOException when the file cannot be read or is no sound font */
    static FileBank open(Path file) throws IOException {
        try {
            return new FileBank(MidiSystem.getSoundbank(file.toFile()));
        } catch (InvalidMidiDataException e) {
            throw new IOException(file + " is not a sound font that Java can read (SF2 or DLS)", e);
        }
    }

    @Override
    public void lend(Player player, AudioSynthesizer synthesizer) {
        switch (player) {
            case Player.Ambience _ -> textures.lend(player, synthesizer);
            case Player.Soloist _, Player.Drummer _ -> synthesizer.loadAllInstruments(soundbank);
        }
    }
}
