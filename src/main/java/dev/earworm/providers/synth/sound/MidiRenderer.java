package dev.earworm.providers.synth.sound;

import com.sun.media.sound.AudioSynthesizer;
import com.sun.media.sound.SoftSynthesizer;
import dev.earworm.providers.synth.score.Part;
import dev.earworm.providers.synth.score.Score;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;

/**
 * Plays a score on a synthesizer of its own, as fast as the machine can, without any audio device.
 *
 * <p>The synthesizer's automatic gain is off, since mastering comes later; so is loading the default sound bank, which
 * would depend on the machine.
 */
final class MidiRenderer {
    private static final AudioFormat FORMAT = new AudioFormat(
            AudioFormat.Encoding.PCM_FLOAT, Audio.SAMPLE_RATE, Float.SIZE, Audio.CHANNELS, 8, Audio.SAMPLE_RATE, false);
    private static final Map<String, Object> SETTINGS = Map.of(
            "load default soundbank",
            false,
            "auto gain control",
            false,
            "control rate",
            147f,
            "interpolation",
            "linear",
            "max polyphony",
            160,
            "light reverb",
            false);
    private static final int FRAMES_AT_ONCE = 4096;

    private final SoundBank bank;

    MidiRenderer(SoundBank bank) {
        this.bank = bank;
    }

    /** Where the audio goes, block by block; the array is used again after the call. */
    @FunctionalInterface
    interface Sink {
        void accept(float[] samples, int count) throws IOException;
    }

    /**
     * Plays exactly so many frames.
     *
     * @throws java.io.InterruptedIOException when the thread is interrupted
     */
    void render(Score score, long frames, Sink sink) throws IOException {
        AudioSynthesizer synthesizer = new SoftSynthesizer();
        try (AudioInputStream stream = synthesizer.openStream(FORMAT, SETTINGS)) {
            for (Part part : score.parts()) {
                bank.lend(part.player(), synthesizer);
            }
            Receiver receiver = synthesizer.getReceiver();
            for (Sequencer.Event event : Sequencer.events(score)) {
                receiver.send(event.message(), event.microseconds());
            }
            pump(stream, frames, sink);
        } catch (MidiUnavailableException e) {
            throw new IllegalStateException("the synthesizer needs no device", e);
        } finally {
            synthesizer.close();
        }
    }

    private static void pump(AudioInputStream stream, long frames, Sink sink) throws IOException {
        byte[] bytes = new byte[FRAMES_AT_ONCE * FORMAT.getFrameSize()];
        float[] samples = new float[FRAMES_AT_ONCE * Audio.CHANNELS];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (long left = frames; left > 0; left -= FRAMES_AT_ONCE) {
            Interrupts.check();
            int wanted = (int) Math.min(left, FRAMES_AT_ONCE) * FORMAT.getFrameSize();
            int read = stream.readNBytes(bytes, 0, wanted);
            if (read != wanted) {
                throw new IOException("the synthesizer stopped early");
            }
            int count = wanted / Float.BYTES;
            buffer.asFloatBuffer().get(0, samples, 0, count);
            sink.accept(samples, count);
        }
    }
}
