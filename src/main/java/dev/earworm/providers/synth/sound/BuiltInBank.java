package dev.earworm.providers.synth.sound;

import com.sun.media.sound.AudioSynthesizer;
import com.sun.media.sound.ModelPatch;
import com.sun.media.sound.SF2Instrument;
import com.sun.media.sound.SF2InstrumentRegion;
import com.sun.media.sound.SF2Layer;
import com.sun.media.sound.SF2LayerRegion;
import com.sun.media.sound.SF2Region;
import com.sun.media.sound.SF2Sample;
import com.sun.media.sound.SF2Soundbank;
import dev.earworm.providers.synth.score.Drum;
import dev.earworm.providers.synth.score.DrumKit;
import dev.earworm.providers.synth.score.Player;
import dev.earworm.providers.synth.sound.Recipe.Envelope;
import dev.earworm.providers.synth.sound.Recipe.Sustained;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Texture;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sound.midi.Patch;

/** The computed instruments. Each is built when it is first needed, in some milliseconds, and kept. */
final class BuiltInBank implements SoundBank {
    /** Textures have a bank of their own, so that they can stand beside any other instruments. */
    static final int TEXTURE_BANK = 1 << 7;

    private static final int OPEN_FILTER = 13_500;
    private static final int LOOPS = 1;
    private static final int HATS = 1;
    private static final int SILENT = 1000;

    /** A sound font counts a release down to −100 dB; ears are done at −60. */
    private static final double TO_SILENCE = 1.67;

    private final Map<Player, SF2Instrument> built = new ConcurrentHashMap<>();

    @Override
    public void lend(Player player, AudioSynthesizer synthesizer) {
        synthesizer.loadInstrument(built.computeIfAbsent(player, BuiltInBank::build));
    }

    private static SF2Instrument build(Player player) {
        return switch (player) {
            case Player.Soloist(Instrument instrument) -> pitched(instrument);
            case Player.Drummer(DrumKit kit) -> drums(kit);
            case Player.Ambience(Texture texture) -> ambience(texture);
        };
    }

    private static SF2Instrument pitched(Instrument instrument) {
        SF2Soundbank bank = new SF2Soundbank();
        SF2Layer layer = layer(bank);
        for (Luthier.Voice voice : Luthier.build(instrument)) {
            SF2LayerRegion region = region(bank, voice.sample(), voice.pan());
            region.putBytes(SF2Region.GENERATOR_KEYRANGE, new byte[] {(byte) voice.low(), (byte) voice.high()});
            Recipe recipe = Recipes.of(instrument);
            shape(region, Luthier.envelope(recipe));
            if (recipe instanceof Sustained sustained) {
                colour(region, sustained);
            }
            layer.getRegions().add(region);
        }
        return instrument(bank, new Patch(0, instrument.program()), layer);
    }

    private static SF2Instrument drums(DrumKit kit) {
        SF2Soundbank bank = new SF2Soundbank();
        SF2Layer layer = layer(bank);
        Percussion percussion = new Percussion(kit);
        for (Drum drum : Drum.values()) {
            SF2LayerRegion region = region(bank, percussion.sample(drum), pan(drum));
            region.putBytes(SF2Region.GENERATOR_KEYRANGE, new byte[] {(byte) drum.key(), (byte) drum.key()});
            region.putInteger(SF2Region.GENERATOR_SCALETUNING, 0);
            region.putInteger(SF2Region.GENERATOR_RELEASEVOLENV, timecents(5));
            if (drum == Drum.HAT || drum == Drum.OPEN) {
                region.putInteger(SF2Region.GENERATOR_EXCLUSIVECLASS, HATS);
            }
            layer.getRegions().add(region);
        }
        return instrument(bank, new ModelPatch(0, kit.program(), true), layer);
    }

    private static SF2Instrument ambience(Texture texture) {
        SF2Soundbank bank = new SF2Soundbank();
        SF2Layer layer = layer(bank);
        for (SF2LayerRegion region : new SF2LayerRegion[] {
            region(bank, Nature.side(texture, "left"), -0.9), region(bank, Nature.side(texture, "right"), 0.9)
        }) {
            shape(region, new Envelope(0.4, 0, 1, 0.6));
            layer.getRegions().add(region);
        }
        return instrument(bank, new Patch(TEXTURE_BANK, texture.program()), layer);
    }

    /** As the drummer sees them, a little. */
    private static double pan(Drum drum) {
        return switch (drum) {
            case KICK, SNARE, BRUSH, CLAP, CAJON -> 0;
            case HAT, OPEN, RIM, BELL -> 0.3;
            case RIDE, SHAKER, CONGA_LOW, LOW_TOM -> -0.35;
            case CRASH, MID_TOM -> -0.15;
            case TAMBOURINE, HIGH_TOM, CONGA_HIGH, COWBELL -> 0.35;
            case BONGO, TRIANGLE, CLAVE -> 0.45;
        };
    }

    private static SF2Layer layer(SF2Soundbank bank) {
        SF2Layer layer = new SF2Layer(bank);
        bank.addResource(layer);
        return layer;
    }

    private static SF2Instrument instrument(SF2Soundbank bank, Patch patch, SF2Layer layer) {
        SF2InstrumentRegion region = new SF2InstrumentRegion();
        region.setLayer(layer);
        SF2Instrument instrument = new SF2Instrument(bank);
        instrument.setPatch(patch);
        instrument.getRegions().add(region);
        bank.addInstrument(instrument);
        return instrument;
    }

    private static SF2LayerRegion region(SF2Soundbank bank, Sample sample, double pan) {
        SF2LayerRegion region = new SF2LayerRegion();
        region.setSample(resource(bank, sample));
        region.putInteger(SF2Region.GENERATOR_PAN, (int) Math.round(pan * 500));
        if (sample.kind() == Sample.Kind.LOOP) {
            region.putInteger(SF2Region.GENERATOR_SAMPLEMODES, LOOPS);
        }
        return region;
    }

    /** A loop gets a few samples more at both ends, for the interpolation between samples. */
    private static SF2Sample resource(SF2Soundbank bank, Sample sample) {
        int size = sample.data().length;
        int margin = sample.kind() == Sample.Kind.LOOP ? 64 : 0;
        byte[] bytes = new byte[2 * (size + 2 * margin)];
        for (int i = 0; i < size + 2 * margin; i++) {
            int value = Math.round(sample.data()[Math.floorMod(i - margin, size)] * Short.MAX_VALUE);
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        double pitch = 69 + 12 * StrictMath.log(sample.hertz() / 440) / StrictMath.log(2);
        int key = (int) Math.round(pitch);
        SF2Sample resource = new SF2Sample(bank);
        resource.setData(bytes);
        resource.setSampleRate(Audio.SAMPLE_RATE);
        resource.setStartLoop(margin);
        resource.setEndLoop(margin + size);
        resource.setOriginalPitch(key);
        resource.setPitchCorrection((byte) Math.round((key - pitch) * 100));
        bank.addResource(resource);
        return resource;
    }

    /** A sound font's decay is the time to silence, of which only the way to the sustain level is gone. */
    private static void shape(SF2LayerRegion region, Envelope envelope) {
        region.putInteger(SF2Region.GENERATOR_ATTACKVOLENV, timecents(envelope.attack()));
        int sustain = centibels(envelope.level());
        region.putInteger(
                SF2Region.GENERATOR_DECAYVOLENV, timecents(envelope.decay() * SILENT / Math.max(1.0, sustain)));
        region.putInteger(SF2Region.GENERATOR_SUSTAINVOLENV, sustain);
        region.putInteger(SF2Region.GENERATOR_RELEASEVOLENV, timecents(envelope.release() * TO_SILENCE));
    }

    /** The filter rests at its darkest; the envelope opens it up to the recipe's cutoff. */
    private static void colour(SF2LayerRegion region, Sustained recipe) {
        if (recipe.vibrato() > 0) {
            region.putInteger(SF2Region.GENERATOR_VIBLFOTOPITCH, (int) recipe.vibrato());
            region.putInteger(SF2Region.GENERATOR_FREQVIBLFO, cents(5.3));
            region.putInteger(SF2Region.GENERATOR_DELAYVIBLFO, timecents(0.35));
        }
        int cutoff = Math.min(OPEN_FILTER, cents(recipe.cutoff()));
        if (cutoff == OPEN_FILTER) {
            return;
        }
        double opening = recipe.opening();
        region.putInteger(SF2Region.GENERATOR_INITIALFILTERFC, (int) (cutoff - Math.abs(opening)));
        if (opening != 0) {
            region.putInteger(SF2Region.GENERATOR_MODENVTOFILTERFC, (int) Math.abs(opening));
            region.putInteger(SF2Region.GENERATOR_ATTACKMODENV, timecents(opening > 0 ? 0.07 : 0.001));
            region.putInteger(SF2Region.GENERATOR_DECAYMODENV, timecents(opening > 0 ? 0.8 : 0.45));
            region.putInteger(SF2Region.GENERATOR_SUSTAINMODENV, opening > 0 ? 250 : SILENT);
            region.putInteger(SF2Region.GENERATOR_RELEASEMODENV, timecents(0.3));
        }
    }

    private static int timecents(double seconds) {
        if (seconds <= 0) {
            return -12_000;
        }
        return (int) Math.round(1200 * StrictMath.log(seconds) / StrictMath.log(2));
    }

    private static int cents(double hertz) {
        return (int) Math.round(1200 * StrictMath.log(hertz / 8.176) / StrictMath.log(2));
    }

    /** How far a level lies below full, in tenths of a decibel. */
    private static int centibels(double level) {
        return (int) Math.round(-200 * StrictMath.log10(level));
    }
}
