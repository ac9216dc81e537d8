package dev.earworm.providers.synth.sound;

import dev.earworm.providers.synth.score.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Records a score: 44.1 kHz, 16 bits, stereo, exactly as long as the score says, about −15 LUFS, true peak below −1 dB,
 * with the end faded to silence. The same score gives the same bytes.
 *
 * <p>Safe for use by several threads; instruments are built once and shared.
 */
public final class Studio {
    private static final double SHORTEST_FADE_SECONDS = 0.4;
    private static final double LONGEST_FADE_SECONDS = 3;
    private static final double RING_THAT_STAYS = 0.3;

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
    public void record(Score score, Path target) throws IOException {
        long frames = score.length().toMillis() * Audio.SAMPLE_RATE / 1000;
        LoudnessMeter meter = new LoudnessMeter();
        try (Spool spool = Spool.beside(target)) {
            new MidiRenderer(bank).render(score, frames, (samples, count) -> {
                for (int i = 0; i < count; i += Audio.CHANNELS) {
                    meter.add(samples[i], samples[i + 1]);
                }
                spool.write(samples, count);
            });
            new Mastering(spool, frames, fadeFrom(score, frames)).write(target, meter.integrated());
        }
    }

    private static long fadeFrom(Score score, long frames) {
        double length = (double) frames / Audio.SAMPLE_RATE;
        double ring = length - score.timeline().secondsAt(score.end());
        double fade = Math.clamp(ring * (1 - RING_THAT_STAYS), SHORTEST_FADE_SECONDS, LONGEST_FADE_SECONDS);
        return frames - (long) (fade * Audio.SAMPLE_RATE);
    }
}
