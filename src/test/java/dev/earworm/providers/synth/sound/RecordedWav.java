package dev.earworm.providers.synth.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is in a WAV file, for tests to measure. */
public final class RecordedWav {
    private static final int HEADER = 44;

    private final short[] samples;

    private RecordedWav(short[] samples) {
        this.samples = samples;
    }

    public static RecordedWav read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int declared = bytes.getInt(HEADER - Integer.BYTES);
        if (bytes.capacity() != HEADER + declared || bytes.getInt(24) != Audio.SAMPLE_RATE) {
            throw new IOException("the header does not fit the file");
        }
        ShortBuffer data = bytes.position(HEADER).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        short[] samples = new short[data.remaining()];
        data.get(samples);
        return new RecordedWav(samples);
    }

    public long frames() {
        return samples.length / Audio.CHANNELS;
    }

    /** In LUFS. */
    public double loudness() {
        LoudnessMeter meter = new LoudnessMeter();
        for (int i = 0; i < samples.length; i += 2) {
            meter.add(samples[i] / 32_768.0, samples[i + 1] / 32_768.0);
        }
        return meter.integrated();
    }

    public double peakDecibels() {
        return Audio.toDecibels(loudestBetween(0, (double) frames() / Audio.SAMPLE_RATE));
    }

    /** The highest sample between two times in seconds, 0 to 1. */
    public double loudestBetween(double start, double end) {
        double loudest = 0;
        int first = 2 * (int) (start * Audio.SAMPLE_RATE);
        int last = 2 * (int) (end * Audio.SAMPLE_RATE);
        for (int i = first; i < last; i++) {
            loudest = Math.max(loudest, Math.abs(samples[i] / 32_768.0));
        }
        return loudest;
    }

    /** How far the two are from each other at most between two times in seconds, 0 to 2, once the other is louder by a factor. */
    public double differenceFrom(RecordedWav other, double factor, double start, double end) {
        double largest = 0;
        for (int i = 2 * (int) (start * Audio.SAMPLE_RATE); i < 2 * (int) (end * Audio.SAMPLE_RATE); i++) {
            largest = Math.max(largest, Math.abs(samples[i] - other.samples[i] * factor) / 32_768.0);
        }
        return largest;
    }

    /** The factor by which this one is louder than the other between two times in seconds. */
    public double louderThan(RecordedWav other, double start, double end) {
        double own = 0;
        double others = 0;
        for (int i = 2 * (int) (start * Audio.SAMPLE_RATE); i < 2 * (int) (end * Audio.SAMPLE_RATE); i++) {
            own += Math.abs(samples[i]);
            others += Math.abs(other.samples[i]);
        }
        return own / others;
    }

    /** All of them played together. */
    public static RecordedWav together(List<RecordedWav> parts) {
        short[] sum = new short[parts.getFirst().samples.length];
        for (RecordedWav part : parts) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] = (short) Math.clamp(sum[i] + part.samples[i], Short.MIN_VALUE, Short.MAX_VALUE);
            }
        }
        return new RecordedWav(sum);
    }

    public int lastFrame() {
        return samples[samples.length - 1];
    }
}
