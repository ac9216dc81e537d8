package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.theory.Meter;
import java.util.ArrayList;
import java.util.List;

/**
 * A rhythm on a grid of sixteenths, a sign a step: a dot rests, a hyphen holds what began before, anything else begins
 * something whose meaning its reader knows.
 */
record StepPattern(String signs) {
    private static final int COMMON_BAR = 16;
    private static final char HOLD = '-';
    private static final char REST = '.';

    /** @param length in steps */
    record Step(int start, int length, char sign) {}

    static StepPattern parse(String text) {
        String signs = text.replace(" ", "");
        if (signs.isEmpty()) {
            throw new IllegalArgumentException("an empty pattern");
        }
        return new StepPattern(signs);
    }

    /** Whether it only holds: one stroke at the beginning, and nothing else. */
    boolean isHeld() {
        return signs.charAt(0) == 'x' && signs.chars().skip(1).allMatch(sign -> sign == HOLD);
    }

    /** What begins in the bar, counted from the section's first; holds end with the bar. */
    List<Step> bar(int bar, Meter meter) {
        List<Step> steps = new ArrayList<>();
        int count = meter.steps();
        for (int start = 0; start < count; start++) {
            char sign = sign(bar, start, count);
            if (sign != HOLD && sign != REST) {
                steps.add(new Step(start, length(bar, start, count), sign));
            }
        }
        return steps;
    }

    private int length(int bar, int start, int count) {
        int end = start + 1;
        while (end < count && sign(bar, end, count) == HOLD) {
            end++;
        }
        return end - start;
    }

    /** Odd meters borrow from a pattern in common time: they cut it short, or begin it again. */
    private char sign(int bar, int step, int count) {
        if (signs.length() % count == 0) {
            return signs.charAt((bar * count + step) % signs.length());
        }
        int bars = Math.max(1, signs.length() / COMMON_BAR);
        int index = (bar % bars) * COMMON_BAR + step % COMMON_BAR;
        return signs.charAt(index % signs.length());
    }
}
