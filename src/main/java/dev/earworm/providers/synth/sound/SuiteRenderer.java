package dev.earworm.providers.synth.sound;

import dev.earworm.providers.synth.score.Score;
import dev.earworm.providers.synth.score.Suite;
import java.io.IOException;
import java.time.Duration;

/**
 * Plays a suite: each score to where the next begins, and its last chord, faded out as it would be at the end, into the
 * next one. What comes before that moment sounds as it does when the score is played alone.
 */
final class SuiteRenderer {
    private static final double SHORTEST_FADE_SECONDS = 0.4;
    private static final double LONGEST_FADE_SECONDS = 3;
    private static final double RING_THAT_STAYS = 0.3;

    private final MidiRenderer renderer;
    private final Suite suite;

    SuiteRenderer(SoundBank bank, Suite suite) {
        this.renderer = new MidiRenderer(bank);
        this.suite = suite;
    }

    long frames() {
        long frames = frames(suite.scores().getLast().length());
        for (Score score : suite.scores().subList(0, suite.scores().size() - 1)) {
            frames += frames(Suite.untilNext(score));
        }
        return frames;
    }

    /** The frame from which the end of the whole fades. */
    long fadeFrom() {
        Score last = suite.scores().getLast();
        return frames() - (frames(last.length()) - fadeFrom(last));
    }

    /** @throws java.io.InterruptedIOException when the thread is interrupted */
    void render(MidiRenderer.Sink sink) throws IOException {
        Ring ring = new Ring(0);
        for (int i = 0; i < suite.scores().size(); i++) {
            Score score = suite.scores().get(i);
            boolean isLast = i == suite.scores().size() - 1;
            long own = frames(isLast ? score.length() : Suite.untilNext(score));
            Passage passage = new Passage(score, own, ring, sink);
            renderer.render(score, frames(score.length()), passage);
            ring = passage.next;
        }
    }

    /** Lets pass what is the score's own, with the chord before below it, and keeps the rest. */
    private static final class Passage implements MidiRenderer.Sink {
        private final long own;
        private final long fadeFrom;
        private final long frames;
        private final Ring before;
        private final Ring next;
        private final MidiRenderer.Sink sink;
        private long frame;

        Passage(Score score, long own, Ring before, MidiRenderer.Sink sink) {
            this.own = own;
            this.fadeFrom = SuiteRenderer.fadeFrom(score);
            this.frames = SuiteRenderer.frames(score.length());
            this.before = before;
            this.next = new Ring((int) (frames - own));
            this.sink = sink;
        }

        @Override
        public void accept(float[] samples, int count) throws IOException {
            int heard = 0;
            for (int i = 0; i < count; i += Audio.CHANNELS) {
                samples[i] += before.left(frame);
                samples[i + 1] += before.right(frame);
                if (frame < own) {
                    heard = i + Audio.CHANNELS;
                } else {
                    double fade = Mastering.fadeOut(frame, fadeFrom, frames);
                    next.keep(frame - own, samples[i] * fade, samples[i + 1] * fade);
                }
                frame++;
            }
            if (heard > 0) {
                sink.accept(samples, heard);
            }
        }
    }

    /** A last chord that goes on below what follows. */
    private static final class Ring {
        private final float[] samples;

        Ring(int frames) {
            this.samples = new float[frames * Audio.CHANNELS];
        }

        void keep(long frame, double left, double right) {
            samples[(int) frame * Audio.CHANNELS] = (float) left;
            samples[(int) frame * Audio.CHANNELS + 1] = (float) right;
        }

        float left(long frame) {
            return at(frame * Audio.CHANNELS);
        }

        float right(long frame) {
            return at(frame * Audio.CHANNELS + 1);
        }

        private float at(long sample) {
            return sample < samples.length ? samples[(int) sample] : 0;
        }
    }

    private static long frames(Duration length) {
        return length.toMillis() * Audio.SAMPLE_RATE / 1000;
    }

    private static long fadeFrom(Score score) {
        long frames = frames(score.length());
        double length = (double) frames / Audio.SAMPLE_RATE;
        double ring = length - score.timeline().secondsAt(score.end());
        double fade = Math.clamp(ring * (1 - RING_THAT_STAYS), SHORTEST_FADE_SECONDS, LONGEST_FADE_SECONDS);
        return frames - (long) (fade * Audio.SAMPLE_RATE);
    }
}
