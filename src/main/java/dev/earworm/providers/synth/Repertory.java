package dev.earworm.providers.synth;

import dev.earworm.music.CompositionPlan;
import dev.earworm.music.Excerpt;
import dev.earworm.music.PlanSection;
import dev.earworm.providers.synth.compose.Composer;
import dev.earworm.providers.synth.prompt.PromptReader;
import dev.earworm.providers.synth.score.Score;
import dev.earworm.providers.synth.score.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Composes what stands in a recipe. A plan that begins with a whole song of this composer's is that song, note for note, to
 * its last chord, on which the sections behind it begin: in its key, at its pace, with its players, unless they say
 * otherwise.
 */
final class Repertory {
    private final PromptReader reader;
    private final PlanReader plans;
    private final Composer composer;

    Repertory(PromptReader reader, Composer composer) {
        this.reader = reader;
        this.plans = new PlanReader(reader);
        this.composer = composer;
    }

    /** Empty where a plan takes up what is no whole song of this composer's, or takes it up anywhere but at its beginning. */
    Optional<Suite> suite(Recipe recipe) {
        Optional<CompositionPlan> plan = recipe.plan();
        if (plan.isEmpty()) {
            return Optional.of(Suite.of(composer.compose(reader.read(recipe.prompt()), recipe.length(), dice(recipe))));
        }
        return plan.get().takesUpSongs() ? longer(plan.get()) : Optional.of(Suite.of(score(recipe, plan.get())));
    }

    private Score score(Recipe recipe, CompositionPlan plan) {
        return composer.compose(plans.wishes(recipe.prompt(), plan), plans.outline(plan), dice(recipe));
    }

    private Optional<Suite> longer(CompositionPlan plan) {
        List<PlanSection> more = plan.sections().subList(1, plan.sections().size());
        if (more.isEmpty() || more.stream().anyMatch(section -> section.source().isPresent())) {
            return Optional.empty();
        }
        return plan.sections()
                .getFirst()
                .source()
                .flatMap(Repertory::whole)
                .flatMap(kept -> suite(kept).map(before -> longer(before, kept, plan.withSections(more))));
    }

    private static Optional<Recipe> whole(Excerpt excerpt) {
        return Recipe.read(excerpt.songId())
                .filter(recipe -> excerpt.from().isZero() && excerpt.to().equals(recipe.length()));
    }

    /** The dice are the kept song's, and so are key, pace and players. */
    private Suite longer(Suite before, Recipe kept, CompositionPlan more) {
        Score last = before.scores().getLast();
        Duration ring = last.length().minus(Suite.untilNext(last));
        PlanSection first = more.sections().getFirst();
        List<PlanSection> sections = new ArrayList<>(more.sections());
        sections.set(0, first.withLength(first.length().plus(ring)));
        List<Score> scores = new ArrayList<>(before.scores());
        scores.add(score(origin(kept), more.withSections(sections)));
        return new Suite(scores);
    }

    /** The song that was there before it was made longer any number of times. */
    private static Recipe origin(Recipe recipe) {
        return recipe.plan()
                .flatMap(plan -> plan.sections().getFirst().source())
                .flatMap(excerpt -> Recipe.read(excerpt.songId()))
                .map(Repertory::origin)
                .orElse(recipe);
    }

    /** The composer's dice: the prompt's words and the member's seed. */
    private static long dice(Recipe recipe) {
        return SynthProvider.seed(recipe.prompt(), recipe.seed());
    }
}
