package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.theory.Chord;
import java.util.ArrayList;
import java.util.List;

/** Lays out one chord after another so that each voice moves as little as it can. */
final class VoiceLeader {
    private static final int WIDEST = 19;
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

    /** With few voices the fifth goes first and the root second: the bass has them. */
    private List<Integer> classes(Chord chord) {
        List<Integer> classes =
                new ArrayList<>(chord.pitchClasses().stream().distinct().toList());
        if (classes.size() > voices && chord.intervals().contains(7)) {
            classes.remove(Integer.valueOf((chord.root() + 7) % 12));
        }
        if (classes.size() > voices) {
            classes.remove(Integer.valueOf(chord.root()));
        }
        return classes.subList(0, Math.min(voices, classes.size()));
    }

    /** Every close position within the range: each class in turn at the bottom, the others right above. */
    private List<List<Integer>> voicings(List<Integer> classes) {
        List<List<Integer>> voicings = new ArrayList<>();
        for (int bottom = low; bottom <= high; bottom++) {
            if (classes.contains(bottom % 12)) {
                List<Integer> voicing = stacked(classes, bottom);
                if (voicing.getLast() <= Math.max(high, bottom + WIDEST)) {
                    voicings.add(voicing);
                }
            }
        }
        return voicings;
    }

    private static List<Integer> stacked(List<Integer> classes, int bottom) {
        return classes.stream()
                .map(pitchClass -> bottom + Math.floorMod(pitchClass - bottom, 12))
                .sorted()
                .toList();
    }

    private double cost(List<Integer> voicing) {
        double middle = (low + high) / 2.0;
        double centre = voicing.stream().mapToInt(Integer::intValue).average().orElse(middle);
        double cost = 0.35 * Math.abs(centre - middle) + Math.max(0, voicing.getLast() - high) * 2;
        if (voicing.size() > 1 && voicing.getFirst() < LOW && voicing.get(1) - voicing.getFirst() < NARROWEST_LOW_GAP) {
            cost += 6;
        }
        for (int pitch : voicing) {
            cost += last.stream()
                    .mapToInt(other -> Math.abs(other - pitch))
                    .min()
                    .orElse(0);
        }
        return cost;
    }
}
