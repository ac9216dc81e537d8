package dev.earworm.providers.synth.sound;

import dev.earworm.providers.synth.score.Score;
import dev.earworm.providers.synth.score.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Records music: 44.1 kHz, 16 bits, stereo, exactly as long as it says, about −15 LUFS, true peak below −1 dB, with the end
 * faded to silence. The same music gives the same bytes.
 *
 * <p>Safe for use by several threads; instruments are built once and shared.
 */
public final class Studio {
    private final SoundBank bank;

    private Studio(SoundBank bank) {
        this.bank = bank;
    }

    /**
     * Opens a studio with its instruments.
     *
     * @param soundFont a General MIDI bank (SF2 or DLS) in place of the built-in instruments
     * @throws IOException when the sound font cannot be read
     */
    public static Studio open(Optional<Path> soundFont) throws IOException {
        return new Studio(soundFont.isPresent() ? FileBank.open(soundFont.get()) : new BuiltInBank());
    }

    /**
     * Writes a WAV file. Beside it, and deleted in the end, lies the unmastered recording: 21 MB a minute.
     *
     * @throws java.io.InterruptedIOException when the thread is interrupted; the target is then incomplete
     */
    public void record(Suite suite, Path target) throws IOException {
        masteredGain(suite, target);
    }

    public void record(Score score, Path target) throws IOException {
        record(Suite.of(score), target);
    }

    /**
     * Writes a WAV file for each of some voices of a suite, each as loud as it is in the whole: played together they are
     * the recorded suite again, but for what its limiter does to peaks.
     *
     * @param voices some parts of the suite, and where they are written
     * @param scratch written for the time of this call only
     * @throws java.io.InterruptedIOException when the thread is interrupted; the targets are then incomplete
     */
    public void recordApart(Suite suite, Map<Path, Suite> voices, Path scratch) throws IOException {
        double gain;
        try {
            gain = masteredGain(suite, scratch);
        } finally {
            Files.deleteIfExists(scratch);
        }
        for (Map.Entry<Path, Suite> voice : voices.entrySet()) {
            recordAt(gain, voice.getValue(), voice.getKey());
        }
    }

    private double masteredGain(Suite suite, Path target) throws IOException {
        LoudnessMeter meter = new LoudnessMeter();
        try (Spool spool = Spool.beside(target)) {
            SuiteRenderer renderer = new SuiteRenderer(bank, suite);
            renderer.render((samples, count) -> {
                for (int i = 0; i < count; i += Audio.CHANNELS) {
                    meter.add(samples[i], samples[i + 1]);
                }
                spool.write(samples, count);
            });
            return new Mastering(spool, renderer.frames(), renderer.fadeFrom()).write(target, meter.integrated());
        }
    }

    private void recordAt(double gain, Suite suite, Path target) throws IOException {
        try (Spool spool = Spool.beside(target)) {
            SuiteRenderer renderer = new SuiteRenderer(bank, suite);
            renderer.render(spool::write);
            new Mastering(spool, renderer.frames(), renderer.fadeFrom()).writeAt(target, gain);
        }
    }
}
