package dev.earworm.providers.synth.sound;

import java.util.function.DoubleUnaryOperator;

/** A recorded sound that was never recorded. Its data is shared, so nobody may change it. */
final class Sample {
    enum Kind {
        /** Dies away by itself. */
        ONE_SHOT,
        /** Goes round without a seam. */
        LOOP
    }

    private static final double MEASURED_SECONDS = 0.35;

    /** Full scale is left alone, so that nothing is ever clipped. */
    private static final double HIGHEST_PEAK = 0.97;

    private final float[] data;
    private final double hertz;
    private final Kind kind;

    /** @param hertz the pitch at which the data sounds when it is played at its own rate */
    Sample(float[] data, double hertz, Kind kind) {
        this.data = data;
        this.hertz = hertz;
        this.kind = kind;
    }

    float[] data() {
        return data;
    }

    double hertz() {
        return hertz;
    }

    Kind kind() {
        return kind;
    }

    /** The same sound as loud as the ear finds the level, in decibels of full scale. */
    Sample levelled(double decibels) {
        return levelled(decibels, DoubleUnaryOperator.identity());
    }

    /** As loud as the level once it has gone through the filter. */
    Sample levelled(double decibels, DoubleUnaryOperator filter) {
        double loudness = perceived(filter);
        double gain = Audio.fromDecibels(decibels) / Math.max(loudness, 1e-9);
        double peak = peak();
        return scaled(Math.min(gain, HIGHEST_PEAK / Math.max(peak, 1e-9)));
    }

    private Sample scaled(double gain) {
        float[] scaled = new float[data.length];
        for (int i = 0; i < data.length; i++) {
            scaled[i] = (float) (data[i] * gain);
        }
        return new Sample(scaled, hertz, kind);
    }

    private double peak() {
        double peak = 0;
        for (float value : data) {
            peak = Math.max(peak, Math.abs(value));
        }
        return peak;
    }

    /** Root mean square of the beginning, weighted as ears weigh frequencies. */
    private double perceived(DoubleUnaryOperator filter) {
        KWeighting weighting = new KWeighting();
        int count = Math.min(data.length, (int) (MEASURED_SECONDS * Audio.SAMPLE_RATE));
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double weighted = weighting.next(filter.applyAsDouble(data[i]));
            sum += weighted * weighted;
        }
        return StrictMath.sqrt(sum / Math.max(1, count));
    }
}
