package dev.earworm.audio.picture;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Choices that look random and are the same for the same words at every run. Used by one thread. */
final class Chance {
    private long state;

    Chance(String words) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : words.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        state = hash;
    }

    /** At least the one, less than the other. */
    double between(double from, double to) {
        return from + (to - from) * (next() >>> 11) / (double) (1L << 53);
    }

    int below(int bound) {
        return (int) between(0, bound);
    }

    <T> T oneOf(List<T> options) {
        return options.get(below(options.size()));
    }

    /** SplitMix64, by Sebastiano Vigna: https://prng.di.unimi.it/splitmix64.c */
    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
