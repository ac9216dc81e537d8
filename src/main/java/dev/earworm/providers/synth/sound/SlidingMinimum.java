package dev.earworm.providers.synth.sound;

/**
 * The smallest of the last so many values, in constant time on average.
 *
 * <p>Keeps only values that may still become the smallest: one is dropped as soon as a later one is as small.
 */
final class SlidingMinimum {
    private final int window;
    private final double[] values;
    private final long[] times;
    private final int mask;
    private int first;
    private int count;
    private long now;

    SlidingMinimum(int window) {
        int capacity = Integer.highestOneBit(window) * 2;
        this.window = window;
        this.values = new double[capacity];
        this.times = new long[capacity];
        this.mask = capacity - 1;
    }

    double next(double value) {
        while (count > 0 && values[index(count - 1)] >= value) {
            count--;
        }
        if (count > 0 && times[first] <= now - window) {
            first = (first + 1) & mask;
            count--;
        }
        values[index(count)] = value;
        times[index(count)] = now;
        count++;
        now++;
        return values[first];
    }

    private int index(int offset) {
        return (first + offset) & mask;
    }
}
