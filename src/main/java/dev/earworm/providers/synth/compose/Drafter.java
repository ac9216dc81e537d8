package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Draft.Movement;
import dev.earworm.providers.synth.compose.Section.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Describes a form in words and whole seconds. */
final class Drafter {
    private static final int MOST_SECTIONS = 30;
    private static final long SHORTEST_SECTION = 3;

    private final Brief brief;
    private final Form form;

    Drafter(Brief brief, Form form) {
        this.brief = brief;
        this.form = form;
    }

    Draft draft() {
        List<Span> spans = spans();
        Map<Kind, Integer> left = new EnumMap<>(Kind.class);
        spans.forEach(span -> left.merge(span.kind(), 1, Integer::sum));
        Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
        List<Movement> movements = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Kind kind = spans.get(i).kind();
            int number = seen.merge(kind, 1, Integer::sum);
            String name = left.getOrDefault(kind, 0) > 1 ? title(kind) + " " + number : title(kind);
            movements.add(new Movement(name, length(spans, i), styles(kind), avoided(kind)));
        }
        int tempo = (int) Math.round(form.timeline().beatsPerMinute());
        return new Draft(brief.genre().name(), tempo, movements);
    }

    /** A section, and the whole second in which it begins. */
    private record Span(Kind kind, long start) {}

    private List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (Section section : form.sections()) {
            double start = section.firstBar() == 0 ? 0 : form.timeline().secondsAt(form.beatOf(section.firstBar()));
            spans.add(new Span(section.kind(), Math.round(start)));
        }
        while (spans.size() > 1 && (spans.size() > MOST_SECTIONS || shortest(spans) < SHORTEST_SECTION)) {
            merge(spans, indexOfShortest(spans));
        }
        return spans;
    }

    /** Its time goes to the section before it; that of the first one, to the next. */
    private static void merge(List<Span> spans, int index) {
        spans.remove(index);
        if (index == 0) {
            spans.set(0, new Span(spans.getFirst().kind(), 0));
        }
    }

    private long shortest(List<Span> spans) {
        return seconds(spans, indexOfShortest(spans));
    }

    private int indexOfShortest(List<Span> spans) {
        int shortest = 0;
        for (int i = 1; i < spans.size(); i++) {
            if (seconds(spans, i) < seconds(spans, shortest)) {
                shortest = i;
            }
        }
        return shortest;
    }

    private long seconds(List<Span> spans, int index) {
        return length(spans, index).toSeconds();
    }

    private Duration length(List<Span> spans, int index) {
        Duration end = index + 1 < spans.size()
                ? Duration.ofSeconds(spans.get(index + 1).start())
                : brief.length();
        return end.minusSeconds(spans.get(index).start());
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case INTRO -> "Intro";
            case VERSE -> "Verse";
            case CHORUS -> "Chorus";
            case BRIDGE -> "Bridge";
            case OUTRO -> "Outro";
        };
    }

    private static List<String> styles(Kind kind) {
        return switch (kind) {
            case INTRO -> List.of("sparse");
            case VERSE -> List.of("steady");
            case CHORUS -> List.of("full");
            case BRIDGE -> List.of("contrasting");
            case OUTRO -> List.of("fading");
        };
    }

    private List<String> avoided(Kind kind) {
        boolean waits = kind == Kind.INTRO && brief.ensemble().drummer().isPresent();
        return waits ? List.of("drums") : List.of();
    }
}
