package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.theory.Chord;
import java.util.List;

/** The chords of the whole piece, without gaps; the last one is the final chord. */
record Harmony(List<Span> spans) {
    /** One chord and when it is in force, in beats. */
    record Span(double start, double end, Chord chord) {
        double beats() {
            return end - start;
        }
    }

    Harmony {
        spans = List.copyOf(spans);
    }

    Span spanAt(double beat) {
        int low = 0;
        int high = spans.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (spans.get(middle).start() <= beat + 1e-6) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return spans.get(low);
    }

    Chord at(double beat) {
        return spanAt(beat).chord();
    }

    /** The chord after the one at this beat; the last one has itself after it. */
    Chord after(double beat) {
        return at(spanAt(beat).end());
    }

    /** The spans that begin in the stretch of time. */
    List<Span> between(double start, double end) {
        return spans.stream()
                .filter(span -> span.start() >= start - 1e-6 && span.start() < end - 1e-6)
                .toList();
    }
}
