package dev.earworm.providers.synth.sound;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Brings a recording to the loudness that listeners expect, holds its peaks under the ceiling, and fades its end to
 * silence.
 *
 * <p>A limiter makes music a little quieter than its gain promises; so the result is measured, and done again with more
 * gain when it is off.
 */
final class Mastering {
    private static final double TARGET_LOUDNESS = -14.8;
    private static final double TOLERANCE = 0.4;
    private static final double CEILING = -1.6;
    private static final double LARGEST_GAIN = 45;
    private static final int ATTEMPTS = 3;

    /** Frames in which the beginning fades in, against a click. */
    private static final int FADE_IN = 180;

    private final Spool spool;
    private final long frames;
    private final long fadeFrom;

    /** @param fadeFrom the frame from which the end fades */
    Mastering(Spool spool, long frames, long fadeFrom) {
        this.spool = spool;
        this.frames = frames;
        this.fadeFrom = fadeFrom;
    }

    /**
     * Writes at the loudness that listeners expect.
     *
     * @param loudness of the spool, in LUFS
     * @return the gain that it took, in decibels
     */
    double write(Path target, double loudness) throws IOException {
        double gain = Math.min(TARGET_LOUDNESS - loudness, LARGEST_GAIN);
        double missing = TARGET_LOUDNESS - writeAt(target, gain);
        for (int attempt = 1; attempt < ATTEMPTS && isWorthAnother(missing, gain); attempt++) {
            gain += missing;
            missing = TARGET_LOUDNESS - writeAt(target, gain);
        }
        return gain;
    }

    private static boolean isWorthAnother(double missing, double gain) {
        return Math.abs(missing) > TOLERANCE && gain + missing <= LARGEST_GAIN;
    }

    /** Writes with this gain, and says how loud it is now, in LUFS. */
    double writeAt(Path target, double decibels) throws IOException {
        Limiter limiter = new Limiter(Audio.fromDecibels(decibels), Audio.fromDecibels(CEILING));
        LoudnessMeter meter = new LoudnessMeter();
        try (WavWriter wav = new WavWriter(target, frames)) {
            Output output = new Output(wav, meter);
            spool.replay((samples, count) -> {
                for (int i = 0; i < count; i += Audio.CHANNELS) {
                    limiter.next(samples[i], samples[i + 1]);
                    output.accept(limiter);
                }
            });
            for (int i = 0; i < Limiter.DELAY; i++) {
                limiter.next(0, 0);
                output.accept(limiter);
            }
        }
        return meter.integrated();
    }

    /** Skips what the limiter holds back at first, and fades. */
    private final class Output {
        private final WavWriter wav;
        private final LoudnessMeter meter;
        private long frame = -Limiter.DELAY;

        Output(WavWriter wav, LoudnessMeter meter) {
            this.wav = wav;
            this.meter = meter;
        }

        void accept(Limiter limiter) throws IOException {
            if (frame >= 0) {
                double fade = fade(frame);
                wav.write(limiter.left * fade, limiter.right * fade);
                meter.add(limiter.left * fade, limiter.right * fade);
            }
            frame++;
        }
    }

    private double fade(long frame) {
        if (frame < FADE_IN) {
            return (double) frame / FADE_IN;
        }
        return fadeOut(frame, fadeFrom, frames);
    }

    /** How much of a frame is left, from the beginning of the fade to the last frame. */
    static double fadeOut(long frame, long fadeFrom, long frames) {
        if (frame < fadeFrom) {
            return 1;
        }
        double progress = (double) (frame - fadeFrom) / Math.max(1, frames - 1 - fadeFrom);
        return 0.5 + 0.5 * StrictMath.cos(StrictMath.PI * progress);
    }
}
