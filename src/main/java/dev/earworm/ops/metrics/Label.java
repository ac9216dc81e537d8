package dev.earworm.ops.metrics;

import java.util.Locale;

/** Values of labels, made of names that the program has anyway, so that there are never more of them than of those. */
final class Label {
    private Label() {}

    /** As {@code out_of_credit}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Of an outcome, as {@code rate_limited} for {@code RateLimited}. */
    static String of(Class<?> outcome) {
        return outcome.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
