package dev.earworm.providers.synth;

import dev.earworm.music.CompositionPlan;
import dev.earworm.music.LengthRange;
import dev.earworm.music.PlanPolicy;
import dev.earworm.music.PlanSection;
import dev.earworm.music.Planner;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.providers.synth.compose.Composer;
import dev.earworm.providers.synth.compose.Draft;
import dev.earworm.providers.synth.compose.Draft.Movement;
import dev.earworm.providers.synth.prompt.PromptReader;
import dev.earworm.providers.synth.prompt.StyleWords;
import dev.earworm.providers.synth.prompt.Wishes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes plans by rule: the form that the composer itself would choose, in words and whole seconds. The same request gets
 * the same plan.
 *
 * <p>A plan to start from keeps its sections, stretched to the asked length if there is one; what the prompt says of the
 * style goes before what stood there. A section that is written anew gets the next {@link Manner}. Nothing sings here, so
 * lyrics are left out.
 */
final class SynthPlanner implements Planner {
    private final LengthRange range;
    private final Composer composer;
    private final PromptReader reader;
    private final StyleWords words = new StyleWords();

    SynthPlanner(LengthRange range, Composer composer, PromptReader reader) {
        this.range = range;
        this.composer = composer;
        this.reader = reader;
    }

    @Override
    public Planning plan(PlanRequest request) {
        Duration length = request.length()
                .or(() -> request.source().map(CompositionPlan::length))
                .orElse(range.usual());
        if (!range.contains(length)) {
            return new Planning.NotPlanned(new BadRequest("no plan of " + length + " is written here"));
        }
        return new Planning.Planned(request.source()
                .flatMap(source -> adapted(request.prompt(), source, length))
                .orElseGet(() -> written(request.prompt(), length)));
    }

    @Override
    public Optional<SectionPlanner> sections() {
        return Optional.of(SynthPlanner::redo);
    }

    private static Planning redo(SectionRequest request) {
        CompositionPlan plan = request.plan();
        PlanSection section = plan.sections().get(request.index());
        return new Planning.Planned(Manner.next(plan, section)
                .map(manner -> plan.withSection(request.index(), manner.of(section)))
                .orElse(plan));
    }

    private CompositionPlan written(String prompt, Duration length) {
        Wishes wishes = reader.read(prompt);
        Draft draft = composer.draft(wishes, length, SynthProvider.seed(prompt, 0));
        List<String> styles = new ArrayList<>(words.styles(wishes));
        if (wishes.genres().isEmpty()) {
            styles.addFirst(words.genre(draft.genre()));
        }
        if (wishes.beatsPerMinute().isEmpty()) {
            styles.add(words.tempo(draft.beatsPerMinute()));
        }
        List<PlanSection> sections =
                draft.movements().stream().map(SynthPlanner::section).toList();
        return new CompositionPlan(first(styles), first(words.avoided(wishes)), sections);
    }

    private static PlanSection section(Movement movement) {
        return new PlanSection(
                movement.name(), movement.length(), movement.styles(), movement.avoided(), List.of(), Optional.empty());
    }

    /** Empty where the sections do not fit into the length. */
    private Optional<CompositionPlan> adapted(String prompt, CompositionPlan source, Duration length) {
        Wishes wishes = reader.read(prompt);
        List<String> avoided = merged(words.avoided(wishes), source.avoided(), words.styles(wishes));
        List<String> styles = merged(words.styles(wishes), withoutTempo(source.styles(), wishes), avoided);
        CompositionPlan plan = new CompositionPlan(styles, avoided, stretched(source, length));
        return Optional.of(plan).filter(fit -> PlanPolicy.problems(fit).isEmpty());
    }

    /** The new ones first, without what speaks against them. */
    private static List<String> merged(List<String> fresh, List<String> old, List<String> unfit) {
        Stream<String> kept = old.stream().filter(style -> unfit.stream().noneMatch(style::equalsIgnoreCase));
        List<String> merged = new ArrayList<>();
        Stream.concat(fresh.stream(), kept)
                .filter(style -> merged.stream().noneMatch(style::equalsIgnoreCase))
                .forEach(merged::add);
        return first(merged);
    }

    /** There is one tempo and one key: those of the prompt, if it names any. */
    private List<String> withoutTempo(List<String> styles, Wishes wishes) {
        return styles.stream()
                .filter(style -> wishes.beatsPerMinute().isEmpty()
                        || reader.read(style).beatsPerMinute().isEmpty())
                .filter(style ->
                        wishes.tonic().isEmpty() || reader.read(style).tonic().isEmpty())
                .toList();
    }

    private static List<String> first(List<String> styles) {
        return styles.subList(0, Math.min(PlanPolicy.MAX_STYLES, styles.size()));
    }

    /** Each section's share of the new length; where it is not the old one, boundaries are brought to whole seconds. */
    private static List<PlanSection> stretched(CompositionPlan source, Duration length) {
        double factor = (double) length.toMillis() / source.length().toMillis();
        boolean same = length.equals(source.length());
        List<PlanSection> sections = new ArrayList<>();
        Duration before = Duration.ZERO;
        Duration start = Duration.ZERO;
        for (int i = 0; i < source.sections().size(); i++) {
            PlanSection section = source.sections().get(i);
            before = before.plus(section.length());
            boolean last = i == source.sections().size() - 1;
            Duration end = last ? length : same ? before : wholeSeconds(before, factor);
            sections.add(renewed(section, end.minus(start)));
            start = end;
        }
        return sections;
    }

    private static Duration wholeSeconds(Duration length, double factor) {
        return Duration.ofSeconds(Math.round(length.toMillis() * factor / 1000));
    }

    private static PlanSection renewed(PlanSection section, Duration length) {
        return new PlanSection(
                section.name(), length, section.styles(), section.avoided(), List.of(), Optional.empty());
    }
}
