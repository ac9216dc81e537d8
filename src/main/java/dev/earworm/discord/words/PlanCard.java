package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.music.CompositionPlan;
import dev.earworm.music.PlanSection;
import dev.earworm.music.SongRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan as a member reads it: each section with its start, length, styles and lyrics. */
public final class PlanCard {
    private static final int PROMPT_SHOWN = 100;
    private static final int NAME_SHOWN = 40;
    private static final int STYLES_SHOWN = 120;
    private static final int LINE_SHOWN = 100;
    /** Of each section; the fewer, the longer the plan. */
    private static final int[] LINES_SHOWN = {30, 8, 4, 2, 0};

    private PlanCard() {}

    /**
     * As much of it as there is room for: lyrics are cut first, then sections.
     *
     * @param request with a plan
     * @param model as members know it
     * @param room in characters
     */
    public static String of(SongRequest request, String model, int room) {
        CompositionPlan plan = request.plan().orElseThrow();
        String head = head(request, plan, model);
        for (int lines : LINES_SHOWN) {
            String card = head + String.join("", sections(plan, lines));
            if (card.length() <= room) {
                return card;
            }
        }
        return cut(head, sections(plan, 0), room);
    }

    /**
     * Where each section begins, for those who do not see the timeline; plain text, nothing is escaped.
     *
     * @param request with a plan
     * @param room in characters
     */
    public static String timelineInWords(SongRequest request, int room) {
        CompositionPlan plan = request.plan().orElseThrow();
        List<String> starts = new ArrayList<>();
        Duration start = Duration.ZERO;
        for (PlanSection section : plan.sections()) {
            String name = MemberWords.shortened(Prompts.line(section.name()), NAME_SHOWN);
            starts.add(say("plan.start", Lengths.clock(start), starts.size() + 1, name));
            start = start.plus(section.length());
        }
        String sentence = "";
        for (int shown = starts.size(); shown >= 0; shown--) {
            sentence = say(
                    "plan.timeline-in-words",
                    MemberWords.shortened(request.prompt(), PROMPT_SHOWN),
                    Listing.of(firstOf(starts, shown)),
                    Lengths.clock(plan.length()));
            if (sentence.length() <= room) {
                return sentence;
            }
        }
        return sentence;
    }

    private static Stream<String> firstOf(List<String> starts, int shown) {
        int more = starts.size() - shown;
        Stream<String> rest = more == 0 ? Stream.of() : Stream.of(say("plan.more-sections", more));
        return Stream.concat(starts.stream().limit(shown), rest);
    }

    /** A section as one line of plain text; nothing is escaped. */
    public static String entry(int number, PlanSection section) {
        return say("plan.entry", number, Prompts.line(section.name()), Lengths.clock(section.length()));
    }

    private static String head(SongRequest request, CompositionPlan plan, String model) {
        StringBuilder head = new StringBuilder(say(
                "plan.head", MemberWords.shown(request.prompt(), PROMPT_SHOWN), model, Lengths.clock(plan.length())));
        if (!plan.styles().isEmpty()) {
            head.append('\n').append(say("plan.styles", listed(plan.styles())));
        }
        if (!plan.avoided().isEmpty()) {
            head.append('\n').append(say("plan.avoided", listed(plan.avoided())));
        }
        return head.toString();
    }

    private static List<String> sections(CompositionPlan plan, int lines) {
        List<String> sections = new ArrayList<>();
        Duration start = Duration.ZERO;
        for (PlanSection section : plan.sections()) {
            sections.add("\n" + section(sections.size() + 1, start, section) + lyrics(section, lines));
            start = start.plus(section.length());
        }
        return sections;
    }

    private static String section(int number, Duration start, PlanSection section) {
        String head = say(
                "plan.section",
                Lengths.clock(start),
                number,
                MemberWords.shown(Prompts.line(section.name()), NAME_SHOWN),
                Lengths.clock(section.length()));
        String styled = section.styles().isEmpty() ? head : say("plan.and", head, listed(section.styles()));
        return section.avoided().isEmpty()
                ? styled
                : say("plan.and", styled, say("plan.without", listed(section.avoided())));
    }

    private static String lyrics(PlanSection section, int shown) {
        String lines = section.lines().stream()
                .limit(shown)
                .map(line -> "\n" + say("plan.line", MemberWords.shown(Prompts.line(line), LINE_SHOWN)))
                .collect(Collectors.joining());
        int more = section.lines().size() - shown;
        return more <= 0 ? lines : lines + "\n" + say("plan.line", say("plan.more-lines", more));
    }

    private static String cut(String head, List<String> sections, int room) {
        StringBuilder card = new StringBuilder(head);
        for (int i = 0; i < sections.size(); i++) {
            String rest = "\n" + say("plan.more-sections", sections.size() - i);
            if (card.length() + sections.get(i).length() + rest.length() > room) {
                return card + rest;
            }
            card.append(sections.get(i));
        }
        return card.toString();
    }

    private static String listed(List<String> styles) {
        return MemberWords.shown(Prompts.line(Listing.of(styles.stream())), STYLES_SHOWN);
    }
}
