package dev.earworm.usage;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was made in a guild.
 *
 * @param lines days in order; members and models with the most delivered songs first; none without a song
 */
public record UsageReport(UsagePeriod period, UsageGrouping grouping, List<UsageLine> lines) {
    public UsageReport {
        lines = List.copyOf(lines);
    }

    public UsageFigures total() {
        return sum(lines.stream());
    }

    /** The first lines, and what all others come to, if there are any. */
    public Shown shown(int most) {
        return new Shown(
                lines.stream().limit(most).toList(),
                Math.max(0, lines.size() - most),
                sum(lines.stream().skip(most)));
    }

    private static UsageFigures sum(Stream<UsageLine> lines) {
        return lines.map(UsageLine::figures).reduce(UsageFigures.NONE, UsageFigures::plus);
    }

    /**
     * As much of it as fits somewhere.
     *
     * @param others how many more lines there are
     * @param rest what they come to
     */
    public record Shown(List<UsageLine> lines, int others, UsageFigures rest) {}
}
