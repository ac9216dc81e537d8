package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Harmony.Span;
import dev.earworm.providers.synth.compose.Section.Theme;
import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Chord;
import dev.earworm.providers.synth.theory.Numeral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives each theme a progression of its genre, and the piece a cadence and a last chord that closes it. */
final class HarmonyPlanner {
    private static final int TWELVE_BAR_BLUES = 12;

    private final Brief brief;
    private final Form form;
    private final Map<Theme, Progression> themes;

    HarmonyPlanner(Brief brief, Form form) {
        this.brief = brief;
        this.form = form;
        this.themes = choose(brief.chance().fork("progressions"));
    }

    Harmony harmony() {
        List<Span> spans = new ArrayList<>();
        for (Section section : form.sections()) {
            for (int bar = 0; bar < section.bars(); bar++) {
                addBar(spans, section.firstBar() + bar, numerals(section, bar));
            }
        }
        spans.add(new Span(form.end(), Double.MAX_VALUE, tonicChord()));
        return new Harmony(spans);
    }

    private Map<Theme, Progression> choose(Chance chance) {
        List<Progression> choices =
                new ArrayList<>(brief.harmony().progressions(brief.key().mode()));
        Progression first = choices.remove(chance.below(choices.size()));
        Progression second = choices.isEmpty() ? turned(first) : choices.remove(chance.below(choices.size()));
        Progression third = choices.isEmpty() ? turned(first) : choices.remove(chance.below(choices.size()));
        return Map.of(Theme.A, first, Theme.B, second, Theme.C, third);
    }

    /** A twelve-bar blues is the same in every chorus; other rows begin elsewhere. */
    private static Progression turned(Progression progression) {
        int size = progression.bars().size();
        return size == TWELVE_BAR_BLUES ? progression : progression.startingAt(size / 2);
    }

    private List<Numeral> numerals(Section section, int bar) {
        int left = section.bars() - bar;
        Progression cadence = brief.harmony().cadence(brief.key().mode());
        int cadenceBars = Math.min(cadence.bars().size(), Math.max(1, section.bars() / 2));
        if (form.isLast(section) && left <= cadenceBars) {
            return cadence.bar(cadence.bars().size() - left);
        }
        Progression progression = of(section.theme());
        boolean goesOn = progression.bars().size() == TWELVE_BAR_BLUES;
        return progression.bar(goesOn ? section.firstBar() + bar : bar);
    }

    private Progression of(Theme theme) {
        return Objects.requireNonNull(themes.get(theme));
    }

    private void addBar(List<Span> spans, int bar, List<Numeral> numerals) {
        double start = form.beatOf(bar);
        double beats = form.meter().beats() / numerals.size();
        for (int i = 0; i < numerals.size(); i++) {
            Chord chord = numerals.get(i).in(brief.key());
            spans.add(new Span(start + i * beats, start + (i + 1) * beats, chord));
        }
    }

    /** The tonic as the piece has used it, with its seventh or ninth, or else plain. */
    private Chord tonicChord() {
        String plain = brief.key().mode().isMinor() ? "i" : "I";
        return of(Theme.A).bars().stream()
                .flatMap(List::stream)
                .filter(numeral -> numeral.offset() == 0 && numeral.bass() == 0)
                .findFirst()
                .orElseGet(() -> Numeral.parse(plain))
                .in(brief.key());
    }
}
