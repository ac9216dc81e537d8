package dev.earworm.soak;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one figure went during one long life, its first quarter of an hour, or quarter, left out: that is when classes are
 * loaded, code is compiled and pools are filled.
 *
 * @param first measure of the first third
 * @param last measure of the last third
 * @param slope of the straight line through all, by the hour
 * @param allowed how much more the last third may be
 */
record Trend(Held held, int life, double first, double last, double slope, double allowed) {
    private static final double WARM_UP_MINUTES = 15;
    private static final double SHARE = 0.10;
    private static final int FEWEST = 6;

    private record Point(double minutes, double value) {}

    /** Empty where there are too few samples to say anything. */
    static Optional<Trend> of(Held held, List<Sample> life) {
        double warmUp = Math.min(WARM_UP_MINUTES, Sample.minutes(life.getLast().age()) / 4);
        List<Point> points = life.stream()
                .filter(sample -> Sample.minutes(sample.age()) >= warmUp)
                .flatMap(sample -> point(held, sample).stream())
                .toList();
        if (points.size() < FEWEST) {
            return Optional.empty();
        }
        int third = points.size() / 3;
        double first = measured(held, points.subList(0, third));
        double last = measured(held, points.subList(points.size() - third, points.size()));
        double allowed = Math.max(held.floor(), SHARE * first);
        return Optional.of(new Trend(held, life.getFirst().life(), first, last, 60 * slope(points), allowed));
    }

    private static Optional<Point> point(Held held, Sample sample) {
        return held.of().apply(sample).stream()
                .mapToObj(value -> new Point(Sample.minutes(sample.age()), value))
                .findFirst();
    }

    private static double measured(Held held, List<Point> points) {
        return held.measure().of(points.stream().mapToDouble(Point::value));
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

    boolean isFlat() {
        return last - first <= allowed;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "life %d  %-30s %-6s of the first third %8.2f, of the last %8.2f, slope %+8.2f an hour, allowed %+7.2f: %s",
                life,
                held.what(),
                held.measure().name().toLowerCase(Locale.ROOT),
                first,
                last,
                slope,
                allowed,
                isFlat() ? "flat" : "GROWS");
    }

    static List<Trend> all(List<Sample> life) {
        return Held.all().stream().flatMap(held -> of(held, life).stream()).toList();
    }
}
