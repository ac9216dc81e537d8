package dev.earworm.music;

import dev.earworm.music.PlanProblem.LengthOutOfRange;
import dev.earworm.music.PlanProblem.LineTooLong;
import dev.earworm.music.PlanProblem.NameOutOfRange;
import dev.earworm.music.PlanProblem.NoSections;
import dev.earworm.music.PlanProblem.SectionLengthOutOfRange;
import dev.earworm.music.PlanProblem.TooManyLines;
import dev.earworm.music.PlanProblem.TooManySections;
import dev.earworm.music.PlanProblem.TooManyStyles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides whether a plan can be made, by the limits that both shapes of ElevenLabs' plans share
 * (https://elevenlabs.io/docs/api-reference/music/compose); every other model bears less, and gets it as words.
 */
public final class PlanPolicy {
    public static final int MAX_SECTIONS = 30;
    public static final int MAX_NAME = 100;
    public static final int MAX_STYLES = 50;
    public static final int MAX_LINES = 30;
    public static final int MAX_LINE = 200;
    public static final Duration SHORTEST_SECTION = Duration.ofSeconds(3);
    public static final Duration LONGEST_SECTION = Duration.ofSeconds(120);
    public static final Duration SHORTEST = Duration.ofSeconds(3);
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private PlanPolicy() {}

    /** Every problem at once, from the first section to the last. */
    public static List<PlanProblem> problems(CompositionPlan plan) {
        if (plan.sections().isEmpty()) {
            return List.of(new NoSections());
        }
        List<PlanProblem> problems = new ArrayList<>();
        if (plan.sections().size() > MAX_SECTIONS) {
            problems.add(new TooManySections(MAX_SECTIONS, plan.sections().size()));
        }
        addStyleProblems(0, plan.styles(), plan.avoided(), problems);
        for (int i = 0; i < plan.sections().size(); i++) {
            addProblems(i + 1, plan.sections().get(i), problems);
        }
        if (isOutside(plan.length(), SHORTEST, LONGEST)) {
            problems.add(new LengthOutOfRange(SHORTEST, LONGEST));
        }
        return List.copyOf(problems);
    }

    private static void addProblems(int number, PlanSection section, List<PlanProblem> problems) {
        if (section.name().isBlank() || section.name().length() > MAX_NAME) {
            problems.add(new NameOutOfRange(number, MAX_NAME));
        }
        if (section.source().isPresent()) {
            return;
        }
        if (isOutside(section.length(), SHORTEST_SECTION, LONGEST_SECTION)) {
            problems.add(new SectionLengthOutOfRange(number, SHORTEST_SECTION, LONGEST_SECTION));
        }
        addStyleProblems(number, section.styles(), section.avoided(), problems);
        if (section.lines().size() > MAX_LINES) {
            problems.add(new TooManyLines(number, MAX_LINES, section.lines().size()));
        }
        section.lines().stream()
                .filter(line -> line.length() > MAX_LINE)
                .findFirst()
                .ifPresent(line -> problems.add(new LineTooLong(number, MAX_LINE, line.length())));
    }

    private static void addStyleProblems(
            int section, List<String> styles, List<String> avoided, List<PlanProblem> problems) {
        Stream.of(styles, avoided)
                .filter(list -> list.size() > MAX_STYLES)
                .forEach(list -> problems.add(new TooManyStyles(section, MAX_STYLES, list.size())));
    }

    private static boolean isOutside(Duration length, Duration minimum, Duration maximum) {
        return length.compareTo(minimum) < 0 || length.compareTo(maximum) > 0;
    }
}
