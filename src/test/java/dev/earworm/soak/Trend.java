package dev.earworm.soak;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one figure went during one long life, its first quarter of an hour, or quarter, left out: that is when classes are
 * loaded, code is compiled and pools are filled.
 *
 * @param first median of the first third
 * @param last median of the last third
 * @param slope of the straight line through all, by the hour
 * @param allowed how much more the last third may be
 */
record Trend(String what, int life, double first, double last, double slope, double allowed) {
    private static final double WARM_UP_MINUTES = 15;
    private static final int FEWEST = 6;

    record Point(double minutes, double value) {}

    /** Empty where there are too few samples to say anything. */
    static Optional<Trend> of(
            String what, List<Sample> life, Function<Sample, Optional<Double>> figure, double share, double floor) {
        double warmUp = Math.min(WARM_UP_MINUTES, Sample.minutes(life.getLast().age()) / 4);
        List<Point> points = life.stream()
                .filter(sample -> Sample.minutes(sample.age()) >= warmUp)
                .flatMap(sample ->
                        figure.apply(sample).stream().map(value -> new Point(Sample.minutes(sample.age()), value)))
                .toList();
        if (points.size() < FEWEST) {
            return Optional.empty();
        }
        int third = points.size() / 3;
        double first = median(points.subList(0, third));
        double last = median(points.subList(points.size() - third, points.size()));
        return Optional.of(new Trend(
                what, life.getFirst().life(), first, last, 60 * slope(points), Math.max(floor, share * first)));
    }

    boolean isFlat() {
        return last - first <= allowed;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "life %d  %-26s first third %8.2f  last third %8.2f  slope %+8.2f an hour  allowed %+7.2f  %s",
                life,
                what,
                first,
                last,
                slope,
                allowed,
                isFlat() ? "flat" : "GROWS");
    }

    private static double median(List<Point> points) {
        double[] values = points.stream().mapToDouble(Point::value).sorted().toArray();
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static double slope(List<Point> points) {
        double x = points.stream().mapToDouble(Point::minutes).average().orElse(0);
        double y = points.stream().mapToDouble(Point::value).average().orElse(0);
        double together = points.stream()
                .mapToDouble(point -> (point.minutes() - x) * (point.value() - y))
                .sum();
        double alone = points.stream()
                .mapToDouble(point -> (point.minutes() - x) * (point.minutes() - x))
                .sum();
        return alone == 0 ? 0 : together / alone;
    }
}
