package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.theory.Chord;
import java.util.ArrayList;
import java.util.List;

/** Lays out one chord after another so that each voice moves as little as it can. */
final class VoiceLeader {
    private static final int NARROWEST_LOW_GAP = 3;
    private static final int LOW = 52;

    private final int low;
    private final int high;
    private final int voices;
    private List<Integer> last = List.of();

    /** @param voices at most how many notes a chord gets */
    VoiceLeader(int low, int high, int voices) {
        this.low = low;
        this.high = high;
        this.voices = voices;
    }

    /** The chord's pitches, ascending. */
    List<Integer> next(Chord chord) {
        List<Integer> best = List.of();
        double least = Double.MAX_VALUE;
        for (List<Integer> voicing : voicings(classes(chord))) {
            double cost = cost(voicing);
            if (cost < least) {
                least = cost;
                best = voicing;
            }
        }
        last = best;
        return best;
    }

    /** With few voices the root goes first, since the bass has it, and then the fifth. */
    private List<Integer> classes(Chord chord) {
        List<Integer> classes =
                new ArrayList<>(chord.pitchClasses().stream().distinct().toList());
        if (classes.size() > voices) {
            classes.remove(Integer.valueOf(chord.root()));
        }
        if (classes.size() > voices && chord.intervals().contains(7)) {
            classes.remove(Integer.valueOf((chord.root() + 7) % 12));
        }
        return classes.subList(0, Math.min(voices, classes.size()));
    }

    /** Close positions within the range, each class in turn at the bottom; and open ones with the second voice low. */
    private List<List<Integer>> voicings(List<Integer> classes) {
        List<List<Integer>> voicings = new ArrayList<>();
        for (int bottom = low; bottom <= high; bottom++) {
            if (classes.contains(bottom % 12)) {
                List<Integer> close = stacked(classes, bottom);
                voicings.add(close);
                if (close.size() > 3) {
                    voicings.add(open(close));
                }
            }
        }
        List<List<Integer>> fitting = voicings.stream()
                .filter(voicing -> voicing.getFirst() >= low && voicing.getLast() <= high)
                .toList();
        return fitting.isEmpty() ? voicings : fitting;
    }

    private static List<Integer> stacked(List<Integer> classes, int bottom) {
        return classes.stream()
                .map(pitchClass -> bottom + Math.floorMod(pitchClass - bottom, 12))
                .sorted()
                .toList();
    }

    private static List<Integer> open(List<Integer> close) {
        int second = close.get(close.size() - 2);
        List<Integer> opened = new ArrayList<>(close);
        opened.remove(Integer.valueOf(second));
        opened.addFirst(second - 12);
        return List.copyOf(opened);
    }

    private double cost(List<Integer> voicing) {
        double middle = (low + high) / 2.0;
        double centre = voicing.stream().mapToInt(Integer::intValue).average().orElse(middle);
        double cost = 0.4 * Math.abs(centre - middle);
        for (int i = 1; i < voicing.size(); i++) {
            cost += roughness(voicing.get(i - 1), voicing.get(i), i == voicing.size() - 1);
        }
        for (int pitch : voicing) {
            cost += last.stream()
                    .mapToInt(other -> Math.abs(other - pitch))
                    .min()
                    .orElse(0);
        }
        return cost;
    }

    /** Seconds are spice: one is fine, best not on top and not in the depth. */
    private static double roughness(int lower, int upper, boolean onTop) {
        int gap = upper - lower;
        if (lower < LOW && gap <= NARROWEST_LOW_GAP) {
            return 6;
        }
        if (gap == 1) {
            return onTop ? 9 : 4;
        }
        return gap == 2 ? 2.5 : 0;
    }
}
