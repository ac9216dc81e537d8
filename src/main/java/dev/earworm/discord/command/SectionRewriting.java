package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.words.PlanSentences;
import dev.earworm.drafts.Draft.Planned;
import dev.earworm.drafts.DraftStore;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.MusicModel;
import dev.earworm.music.PlanSection;
import dev.earworm.music.Planner;
import dev.earworm.music.Planner.Planning;
import dev.earworm.music.Planner.SectionPlanner;
import dev.earworm.music.Planner.SectionRequest;
import dev.earworm.music.Providers;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Has single sections of plans written anew, and says what came of it. */
public final class SectionRewriting {
    private final Providers providers;
    private final PlanningModels planners;
    private final WordCheck words;
    private final PlanPosts posts;
    private final DraftStore drafts;
    private final PlanBrake brake;
    private final InstantSource clock;

    public SectionRewriting(
            Providers providers,
            PlanningModels planners,
            WordCheck words,
            PlanPosts posts,
            DraftStore drafts,
            PlanBrake brake,
            InstantSource clock) {
        this.providers = providers;
        this.planners = planners;
        this.words = words;
        this.posts = posts;
        this.drafts = drafts;
        this.brake = brake;
        this.clock = clock;
    }

    /** Whether whoever planned the song can write this section anew; sound that is kept has no words to change. */
    public boolean isPossible(SongRequest request, int index) {
        return sections(request).get(index).source().isEmpty()
                && planner(request).isPresent();
    }

    /** The plan as it is afterwards, with a word on it if the section is not another one. */
    public Post redo(Planned draft, int index) {
        Optional<SectionPlanner> planner = planner(draft.request());
        if (planner.isEmpty()) {
            return posts.of(draft);
        }
        if (!isTaken(draft.request())) {
            return posts.of(draft, say("plan.mend-first"));
        }
        Optional<String> obstacle = words.obstacle(draft.account(), draft.request());
        if (obstacle.isPresent()) {
            return posts.of(draft, obstacle.get());
        }
        Optional<Instant> closed = brake.closedUntil(draft.account().user());
        if (closed.isPresent()) {
            return posts.of(draft, PlanSentences.enough(PlanBrake.PLANS, PlanBrake.WINDOW, closed.get()));
        }
        SongRequest request = draft.request();
        CompositionPlan plan = request.plan().orElseThrow();
        return switch (planner.get().redo(new SectionRequest(request.model(), request.prompt(), plan, index))) {
            case Planning.Planned done ->
                redone(draft, index, done.plan().sections().get(index));
            case Planning.NotPlanned not ->
                posts.of(latest(draft), say("plan.not-redone", index + 1, PlanSentences.because(not.failure())));
        };
    }

    private Post redone(Planned draft, int index, PlanSection anew) {
        PlanSection before = sections(draft.request()).get(index);
        if (anew.equals(before)) {
            return posts.of(latest(draft), say("plan.same", index + 1));
        }
        return drafts.replan(draft.song(), plan -> replaced(plan, index, before, anew), clock.instant())
                .map(after -> has(after, index, anew)
                        ? posts.of(after)
                        : posts.of(after, say("plan.changed-meanwhile", index + 1)))
                .orElseGet(() -> Post.of(say("plan.gone")));
    }

    /** What the member changed while the planner was at it is not thrown away. */
    private static CompositionPlan replaced(CompositionPlan plan, int index, PlanSection before, PlanSection anew) {
        boolean isThere =
                index < plan.sections().size() && plan.sections().get(index).equals(before);
        return isThere ? plan.withSection(index, anew) : plan;
    }

    private static boolean has(Planned draft, int index, PlanSection section) {
        List<PlanSection> sections = sections(draft.request());
        return index < sections.size() && sections.get(index).equals(section);
    }

    private boolean isTaken(SongRequest request) {
        return providers
                .model(request.model())
                .filter(model -> RequestPolicy.problems(request, model).isEmpty())
                .isPresent();
    }

    private Optional<SectionPlanner> planner(SongRequest request) {
        Optional<MusicModel> model = providers.model(request.model());
        return model.flatMap(planners::planner).flatMap(Planner::sections);
    }

    private Planned latest(Planned draft) {
        return drafts.find(draft.song())
                .filter(Planned.class::isInstance)
                .map(Planned.class::cast)
                .orElse(draft);
    }

    private static List<PlanSection> sections(SongRequest request) {
        return request.plan().orElseThrow().sections();
    }
}
