package dev.earworm.providers.synth.theory;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The composer's dice: the same seed throws the same numbers on every machine, for ever.
 *
 * <p>SplitMix64, written out here because no class of the JDK promises both speed and an unchanging sequence across
 * versions. {@link #fork} gives each part of the composition its own dice, so that a change in the drums leaves the
 * melody alone. Not safe for use by several threads.
 *
 * @see <a href="https://prng.di.unimi.it/splitmix64.c">the reference implementation</a>
 */
public final class Chance {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final long origin;
    private long state;

    public Chance(long seed) {
        origin = mixed(seed + GOLDEN_GAMMA);
        state = origin;
    }

    /** A number that depends on every character of the text (64-bit FNV-1a). */
    public static long hash(String text) {
        long hash = FNV_OFFSET;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }

    /** Dice of their own for the named purpose; does not depend on how often these were thrown. */
    public Chance fork(String purpose) {
        return new Chance(origin ^ hash(purpose));
    }

    /** 0 to bound − 1. */
    public int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** 0 up to, not including, 1. */
    public double unit() {
        return (next() >>> 11) * 0x1p-53;
    }

    public double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /** Around zero, at most the spread away, small values more often. */
    public double around(double spread) {
        double up = unit();
        double down = unit();
        return (up - down) * spread;
    }

    public boolean hits(double probability) {
        return unit() < probability;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
