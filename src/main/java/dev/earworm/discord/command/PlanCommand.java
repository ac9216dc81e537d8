package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.OptionSentences;
import dev.earworm.discord.words.Prompts;
import dev.earworm.discord.words.RefusalSentences;
import dev.earworm.drafts.Draft.Planned;
import dev.earworm.drafts.DraftStore;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.CompositionPlan;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /plan}: a song section by section, to look at and change before it is made. Costs nothing. */
public final class PlanCommand implements SlashCommand {
    private static final int SUGGESTION_SHOWN = 500;

    private final PlanningModels planners;
    private final PlanPosts posts;
    private final DraftStore drafts;
    private final SongWishes wishes;
    private final OptionSentences sentences;
    private final InstantSource clock;

    public PlanCommand(Providers providers, PlanPosts posts, DraftStore drafts, InstantSource clock) {
        this.planners = new PlanningModels(providers);
        this.posts = posts;
        this.drafts = drafts;
        this.wishes = new SongWishes(providers, RandomGenerator.getDefault()::nextLong);
        this.sentences = new OptionSentences(providers);
        this.clock = clock;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("plan", say("command.plan.description"))
                .addOption(OptionType.STRING, SongOptions.PROMPT, say("command.plan.options.prompt.description"), true)
                .addOption(OptionType.INTEGER, SongOptions.LENGTH, say("command.plan.options.length.description"))
                .addOption(
                        OptionType.STRING,
                        SongOptions.MODEL,
                        say("command.plan.options.model.description"),
                        false,
                        true);
    }

    @Override
    public Visibility visibility(SlashCommandInteractionEvent event) {
        return Visibility.PRIVATE;
    }

    @Override
    public List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
        return planners.choices(event.getFocusedOption().getValue());
    }

    /** The finished song is posted in the channel, so where that is impossible nothing is planned either. */
    @Override
    public Reply answer(SlashCommandInteractionEvent event) {
        Optional<String> obstacle = Preflight.obstacle(event, Visibility.PUBLIC);
        if (obstacle.isPresent()) {
            return Reply.of(obstacle.get());
        }
        SongOptions options = planners.withModel(SongOptions.of(event));
        return switch (wishes.of(options)) {
            case SongWish.Unclear unclear -> Reply.of(unclear.sentence());
            case SongWish.Clear clear ->
                planned(Origin.account(event), clear.request(), options.length().isPresent());
        };
    }

    private Reply planned(Account account, SongRequest request, boolean isLengthGiven) {
        MusicModel model = planners.model(request.model());
        Optional<Planner> planner = planners.planner(model);
        if (planner.isEmpty()) {
            return Reply.of(planners.refusal(model));
        }
        List<OptionProblem> problems = RequestPolicy.problems(request, model);
        if (!problems.isEmpty()) {
            return Reply.of(sentences.of(model, request, problems));
        }
        Optional<Duration> length = Optional.of(request.length()).filter(_ -> isLengthGiven);
        return switch (planner.get().plan(new PlanRequest(model.id(), request.prompt(), length, Optional.empty()))) {
            case Planning.Planned done -> kept(account, request, done.plan(), "");
            case Planning.NotPlanned not -> refused(account, request, not.failure());
        };
    }

    private Reply kept(Account account, SongRequest request, CompositionPlan plan, String note) {
        Planned draft = new Planned(JobId.next(clock.instant()), account, request.withPlan(plan));
        drafts.add(draft, clock.instant());
        return Reply.of(posts.of(draft, note));
    }

    private Reply refused(Account account, SongRequest request, ProviderFailure failure) {
        String said = because(failure);
        Optional<Suggestion> suggestion = Refusal.of(failure).suggestion();
        if (suggestion.isEmpty()) {
            return Reply.of(said);
        }
        return switch (suggestion.get()) {
            case Suggestion.OtherPrompt other ->
                Reply.of(said + "\n"
                        + say("refusal.suggestion", MemberWords.shown(Prompts.line(other.prompt()), SUGGESTION_SHOWN)));
            case Suggestion.OtherPlan other -> kept(account, request, other.plan(), say("refusal.suggested-plan"));
        };
    }

    /** Nothing was made that could be lost or paid twice, whatever the provider did. */
    private static String because(ProviderFailure failure) {
        return switch (failure) {
            case ProviderFailure.OutcomeUnknown _, ProviderFailure.Internal _ -> say("plan.failed");
            case ProviderFailure.BadRequest _,
                    ProviderFailure.ContentRefused _,
                    ProviderFailure.RateLimited _,
                    ProviderFailure.Unavailable _,
                    ProviderFailure.OutOfCredit _,
                    ProviderFailure.Unauthorised _ ->
                RefusalSentences.because(Refusal.of(failure).reason());
        };
    }
}
