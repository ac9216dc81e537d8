package dev.earworm.music;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan in words, for the many models that take a prompt and no plan. */
public final class PlanPrompt {
    private PlanPrompt() {}

    /**
     * The member's words, the styles, and each section with its length, in the order in which they are heard. Lyrics are
     * not in it: {@link #lyrics} has them.
     */
    public static String of(String prompt, CompositionPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(prompt);
        sentence("Style", plan.styles(), lines);
        sentence("Avoid", plan.avoided(), lines);
        lines.add("Structure:");
        for (int i = 0; i < plan.sections().size(); i++) {
            lines.add(line(i + 1, plan.sections().get(i)));
        }
        return String.join("\n", lines);
    }

    /** Each section's lines under its name in brackets, as most models that sing read them; empty where none are sung. */
    public static String lyrics(CompositionPlan plan) {
        return plan.sections().stream()
                .filter(section -> !section.lines().isEmpty())
                .map(section -> "[" + section.name() + "]\n" + String.join("\n", section.lines()))
                .collect(Collectors.joining("\n\n"));
    }

    private static void sentence(String what, List<String> styles, List<String> lines) {
        if (!styles.isEmpty()) {
            lines.add(what + ": " + String.join(", ", styles) + ".");
        }
    }

    private static String line(int number, PlanSection section) {
        StringBuilder line = new StringBuilder()
                .append(number)
                .append(". ")
                .append(section.name())
                .append(" (")
                .append(section.length().toSeconds())
                .append(" s)");
        if (!section.styles().isEmpty()) {
            line.append(": ").append(String.join(", ", section.styles()));
        }
        if (!section.avoided().isEmpty()) {
            line.append("; without ").append(String.join(", ", section.avoided()));
        }
        if (section.lines().isEmpty()) {
            line.append("; instrumental");
        }
        return line.append('.').toString();
    }
}
