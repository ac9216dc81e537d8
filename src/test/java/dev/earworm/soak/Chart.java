package dev.earworm.soak;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The samples as lines over time, one below the other: an SVG that any browser shows. */
final class Chart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 110;
    private static final int MARGIN = 60;

    private Chart() {}

    static String of(List<Sample> samples) {
        List<String> panels = List.of(
                panel(0, "resident memory, MB", samples, Sample::resident),
                panel(1, "heap after a full collection, MB", collected(samples), Chart::live),
                panel(2, "threads", samples, Sample::threads),
                panel(3, "open files", samples, Sample::files),
                panel(4, "database, MB", samples, Sample::database),
                panel(5, "songs under way", samples, sample -> sample.songs().inFlight()),
                panel(6, "songs delivered", samples, sample -> sample.songs().delivered()));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                %s
                </svg>
                """.formatted(WIDTH + 2 * MARGIN, panels.size() * (HEIGHT + 40) + 20, String.join("\n", panels));
    }

    private static String panel(int row, String title, List<Sample> samples, ToDoubleFunction<Sample> figure) {
        double most = samples.stream().mapToDouble(figure).max().orElse(1);
        double top = most == 0 ? 1 : most * 1.1;
        double end = samples.isEmpty()
                ? 1
                : Math.max(0.1, Sample.minutes(samples.getLast().at()));
        int base = row * (HEIGHT + 40) + 30 + HEIGHT;
        String points = samples.stream()
                .map(sample -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        MARGIN + WIDTH * Sample.minutes(sample.at()) / end,
                        base - HEIGHT * figure.applyAsDouble(sample) / top))
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                """
                <text x="%1$d" y="%2$d">%3$s, at most %4$.1f, over %5$.0f minutes</text>
                <path d="M%1$d %6$dV%7$dH%8$d" fill="none" stroke="#999"/>
                <polyline points="%9$s" fill="none" stroke="#5865f2" stroke-width="1.5"/>""",
                MARGIN,
                base - HEIGHT - 6,
                title,
                most,
                end,
                base - HEIGHT,
                base,
                MARGIN + WIDTH,
                points);
    }

    private static List<Sample> collected(List<Sample> samples) {
        return samples.stream().filter(sample -> sample.live().isPresent()).toList();
    }

    private static double live(Sample sample) {
        return sample.live().orElse(0);
    }
}
