package dev.earworm.settings;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How large a pattern becomes once its repetitions are written out, as RE2 does before anybody can ask how large it has
 * become: a line of a hundred characters would be enough to fill the memory.
 */
final class WrittenOut {
    /** In signs; takes RE2 a tenth of a second. */
    static final long LARGEST = 1_000_000;

    private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,5})(?:,(\\d{1,5})?)?}");

    private WrittenOut() {}

    /** At most so many signs: as if each repetition were inside of all others. */
    static long size(String expression) {
        return REPETITION
                .matcher(expression)
                .results()
                .mapToLong(WrittenOut::times)
                .reduce(expression.length(), (size, times) -> Math.min(size * times, Integer.MAX_VALUE));
    }

    private static long times(MatchResult repetition) {
        String most = repetition.group(2) == null ? repetition.group(1) : repetition.group(2);
        return Math.max(1, Long.parseLong(most));
    }
}
