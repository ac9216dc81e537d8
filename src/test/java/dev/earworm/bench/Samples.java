package dev.earworm.bench;

import java.util.Collection;
import java.util.List;

/** The same thing, measured again and again. */
final class Samples {
    private final List<Double> sorted;

    private Samples(List<Double> sorted) {
        this.sorted = sorted;
    }

    /** @param values at least one */
    static Samples of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return new Samples(values.stream().sorted().toList());
    }

    int count() {
        return sorted.size();
    }

    double least() {
        return sorted.getFirst();
    }

    double median() {
        return percentile(50);
    }

    double most() {
        return sorted.getLast();
    }

    /** The smallest value that so many percent of all do not exceed. */
    double percentile(int percent) {
        int rank = Math.ceilDiv(percent * sorted.size(), 100);
        return sorted.get(Math.max(1, rank) - 1);
    }
}
