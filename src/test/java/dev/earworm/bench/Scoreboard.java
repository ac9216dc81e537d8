package dev.earworm.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Collects the figures of all benches, and prints them as one table when the last bench is over. */
final class Scoreboard implements AutoCloseable {
    private final List<Figure> figures = new ArrayList<>();
    private final double loadAtStart =
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

    /** Hands the one scoreboard of the run to every bench that asks for it. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Scoreboard.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            // Closed, and so printed, with the session: after the benches of all classes.
            return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Scoreboard.class))
                    .computeIfAbsent(Scoreboard.class);
        }
    }

    synchronized void add(Figure figure) {
        figures.add(figure);
    }

    @Override
    public synchronized void close() {
        System.out.print(table());
    }

    private String table() {
        StringBuilder table = new StringBuilder("\n");
        String row = "  %%-%ds  %%%ds %%-%ds  %%-%ds  %%s%%n"
                .formatted(
                        width(Figure::subject),
                        width(figure -> number(figure.value())),
                        width(Figure::unit),
                        width(figure -> figure.aim().toString()));
        figures.forEach(figure -> table.append(row.formatted(
                                figure.subject(), number(figure.value()), figure.unit(), figure.aim(), figure.verdict())
                        .stripTrailing())
                .append('\n'));
        return table.append('\n').append(machine()).append("\n\n").toString();
    }

    private int width(Function<Figure, String> column) {
        return figures.stream().map(column).mapToInt(String::length).max().orElse(1);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.2f" : value < 10 ? "%.1f" : "%,.0f", value);
    }

    private String machine() {
        return String.format(
                Locale.ROOT,
                "  %d cores, %s %s, Java %s, load of the machine when the benches began %.1f",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                loadAtStart);
    }
}
