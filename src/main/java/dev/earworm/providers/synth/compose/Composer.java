package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.prompt.Wishes;
import dev.earworm.providers.synth.score.Part;
import dev.earworm.providers.synth.score.Score;
import dev.earworm.providers.synth.theory.Chance;
import java.time.Duration;
import java.util.List;

/**
 * Composes a piece by rule. The same wishes, length and seed give the same score, note for note.
 *
 * <p>Safe for use by several threads: all that changes belongs to one call.
 */
public final class Composer {
    private final Repertoire repertoire = new Repertoire();
    private final Producer producer = new Producer(repertoire);

    /**
     * Composes a piece.
     *
     * @param seed any number; unlike ones make unlike pieces
     * @param length from a second on
     */
    public Score compose(Wishes wishes, Duration length, long seed) {
        Brief brief = producer.brief(wishes, length, new Chance(seed));
        return compose(brief, new FormPlanner(brief).form());
    }

    /**
     * Composes a piece section by section.
     *
     * @param wishes for the whole piece
     * @param outline exactly followed
     * @param seed any number; unlike ones make unlike pieces
     */
    public Score compose(Wishes wishes, Outline outline, long seed) {
        Brief brief = producer.brief(wishes, outline.length(), new Chance(seed));
        SceneCasting casting = new SceneCasting(brief, wishes, repertoire);
        return compose(brief, new OutlinePlanner(brief, outline, casting).form());
    }

    /** Says how a piece of these wishes would be. The parameters are those of {@link #compose(Wishes, Duration, long)}. */
    public Draft draft(Wishes wishes, Duration length, long seed) {
        Brief brief = producer.brief(wishes, length, new Chance(seed));
        return new Drafter(brief, new FormPlanner(brief).form()).draft();
    }

    private static Score compose(Brief brief, Form form) {
        Harmony harmony = new HarmonyPlanner(brief, form).harmony();
        Sketch sketch = new Sketch(brief, form, harmony);
        Performance performance = new Performance(brief, form);
        List<Part> parts = new Orchestration(sketch)
                .parts().stream().map(performance::play).toList();
        return new Score(title(brief), brief.key(), brief.meter(), form.timeline(), form.end(), brief.length(), parts);
    }

    private static String title(Brief brief) {
        return brief.genre().title() + " in " + brief.key();
    }
}
