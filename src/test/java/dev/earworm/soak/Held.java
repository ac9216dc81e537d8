package dev.earworm.soak;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Something that the program holds more or less of, and that shall not grow with its age.
 *
 * @param of empty for samples that do not know
 * @param floor how much more is nothing, whatever it was before
 */
record Held(String what, Function<Sample, OptionalDouble> of, Measure measure, double floor) {
    /** What a third of a life is judged by. */
    enum Measure {
        /** For what rises and falls with the songs that are under way: only what is left over raises the least. */
        LEAST {
            @Override
            double of(double[] sorted) {
                return sorted[0];
            }
        },
        MEDIAN {
            @Override
            double of(double[] sorted) {
                return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
            }
        },
        /** For what has to be had in store. */
        MOST {
            @Override
            double of(double[] sorted) {
                return sorted[sorted.length - 1];
            }
        };

        abstract double of(double[] sorted);

        double of(DoubleStream values) {
            return of(values.sorted().toArray());
        }
    }

    static List<Held> all() {
        return List.of(
                always("resident memory, MB", Sample::resident, Measure.MOST, 16),
                always("memory outside of the heap, MB", Sample::outside, Measure.MEDIAN, 16),
                new Held("heap after a collection, MB", Sample::live, Measure.LEAST, 4),
                always("threads", Sample::threads, Measure.MEDIAN, 6),
                always("open files", Sample::files, Measure.LEAST, 8),
                always("write-ahead log, MB", Sample::log, Measure.MOST, 1),
                always("executions without a song", Sample::idleExecutions, Measure.MEDIAN, 5),
                always("data without the database, MB", Sample::unfinished, Measure.LEAST, 4));
    }

    private static Held always(String what, Function<Sample, Double> of, Measure measure, double floor) {
        return new Held(what, sample -> OptionalDouble.of(of.apply(sample)), measure, floor);
    }
}
