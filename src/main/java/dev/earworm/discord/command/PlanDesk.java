package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.OptionSentences;
import dev.earworm.discord.words.PlanSentences;
import dev.earworm.discord.words.Prompts;
import dev.earworm.drafts.Draft;
import dev.earworm.drafts.Draft.Planned;
import dev.earworm.drafts.Draft.Typed;
import dev.earworm.drafts.DraftStore;
import dev.earworm.drafts.SongForm;
import dev.earworm.jobs.Refusal;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.OptionProblem;
import dev.earworm.music.Planner;
import dev.earworm.music.Planner.PlanRequest;
import dev.earworm.music.Planner.Planning;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Providers;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Suggestion;
import dev.earworm.quota.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;

/** Where plans are asked for, by command or button, and where what came of it is put into words. Nothing here costs. */
public final class PlanDesk {
    private static final int SUGGESTION_SHOWN = 500;

    private final PlanningModels planners;
    private final WordCheck words;
    private final PlanPosts posts;
    private final DraftStore drafts;
    private final PlanBrake brake;
    private final HouseRules rules;
    private final SongWishes wishes;
    private final OptionSentences sentences;
    private final InstantSource clock;

    public PlanDesk(
            PlanningModels planners,
            WordCheck words,
            PlanPosts posts,
            DraftStore drafts,
            PlanBrake brake,
            HouseRules rules,
            Providers providers,
            InstantSource clock) {
        this.planners = planners;
        this.words = words;
        this.posts = posts;
        this.drafts = drafts;
        this.brake = brake;
        this.rules = rules;
        this.wishes = new SongWishes(providers, RandomGenerator.getDefault()::nextLong);
        this.sentences = new OptionSentences(providers);
        this.clock = clock;
    }

    /** What came of asking for a plan. */
    public sealed interface Drafted {
        Post post();

        /** A plan, or something else to go on with. */
        record Done(Post post) implements Drafted {}

        /** Nothing; another time it may do. */
        record Undone(Post post) implements Drafted {}
    }

    /** Plans what a member typed. */
    public Drafted plan(Account account, SongOptions typed) {
        SongDefaults defaults = rules.defaults(account.guild());
        SongOptions options = planners.withModel(typed, defaults);
        return switch (wishes.of(options, defaults)) {
            case SongWish.Unclear unclear -> undone(unclear.sentence());
            case SongWish.Clear clear -> plan(account, options, clear.request());
        };
    }

    /** Plans what a provider would take instead of what it refused. */
    public Drafted plan(Typed suggested) {
        SongForm form = suggested.form();
        return plan(
                suggested.account(),
                new SongOptions(
                        form.prompt(),
                        Lengths.read(form.length())
                                .map(length -> OptionalLong.of(length.toSeconds()))
                                .orElse(OptionalLong.empty()),
                        false,
                        Optional.empty(),
                        Optional.of(form.model()).filter(model -> !model.isEmpty()),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty()));
    }

    private Drafted plan(Account account, SongOptions options, SongRequest request) {
        MusicModel model = planners.model(request.model());
        Optional<Planner> planner = planners.planner(model);
        if (planner.isEmpty()) {
            return undone(planners.refusal(model));
        }
        List<OptionProblem> problems = RequestPolicy.problems(request, model);
        if (!problems.isEmpty()) {
            return undone(sentences.of(model, request, problems));
        }
        Optional<String> obstacle = rules.obstacle(account.guild(), request).or(() -> words.obstacle(account, request));
        if (obstacle.isPresent()) {
            return undone(obstacle.get());
        }
        Optional<Instant> closed = brake.closedUntil(account.user());
        if (closed.isPresent()) {
            return undone(PlanSentences.enough(PlanBrake.PLANS, PlanBrake.WINDOW, closed.get()));
        }
        boolean mayBeAnyLength = rules.defaults(account.guild()).longest().isEmpty();
        Optional<Duration> length =
                Optional.of(request.length()).filter(_ -> options.length().isPresent() || !mayBeAnyLength);
        return switch (planner.get().plan(new PlanRequest(model.id(), request.prompt(), length, Optional.empty()))) {
            case Planning.Planned done ->
                new Drafted.Done(posts.of(kept(new Planned(newSong(), account, request.withPlan(done.plan())))));
            case Planning.NotPlanned not -> refused(account, options, request, not.failure());
        };
    }

    private Drafted refused(Account account, SongOptions options, SongRequest request, ProviderFailure failure) {
        String said = PlanSentences.because(failure);
        Optional<Suggestion> suggestion = Refusal.of(failure).suggestion().filter(PlanDesk::saysSomething);
        if (suggestion.isEmpty()) {
            return undone(said);
        }
        return switch (suggestion.get()) {
            case Suggestion.OtherPrompt other -> {
                String prompt = Prompts.line(other.prompt());
                Typed draft = kept(new Typed(newSong(), account, form(prompt, options, request)));
                String shown = say("refusal.suggestion", MemberWords.shown(prompt, SUGGESTION_SHOWN));
                yield new Drafted.Done(suggesting(said, shown, draft, say("plan.use-prompt")));
            }
            case Suggestion.OtherPlan other -> {
                Planned draft = kept(new Planned(newSong(), account, request.withPlan(other.plan())));
                yield new Drafted.Done(suggesting(said, say("refusal.suggested-plan"), draft, say("refusal.use-plan")));
            }
        };
    }

    private static boolean saysSomething(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.OtherPrompt other -> !Prompts.line(other.prompt()).isEmpty();
            case Suggestion.OtherPlan other -> !other.plan().sections().isEmpty();
        };
    }

    private static SongForm form(String prompt, SongOptions options, SongRequest request) {
        String length =
                options.length().isPresent() ? Long.toString(options.length().getAsLong()) : "";
        return new SongForm(prompt, "", "", length, request.model().toString());
    }

    private static Post suggesting(String said, String suggested, Draft draft, String label) {
        CustomId id = new CustomId(Action.PLAN_SUGGESTED, draft.song());
        return Post.of(said + "\n" + suggested).with(new PostButton(id, label, ButtonStyle.PRIMARY));
    }

    /** The plan as it is shown. */
    public Post show(Planned draft) {
        return posts.of(draft);
    }

    private JobId newSong() {
        return JobId.next(clock.instant());
    }

    private <D extends Draft> D kept(D draft) {
        drafts.add(draft, clock.instant());
        return draft;
    }

    private static Drafted undone(String sentence) {
        return new Drafted.Undone(Post.of(sentence));
    }
}
