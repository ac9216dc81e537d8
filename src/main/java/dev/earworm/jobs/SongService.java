package dev.earworm.jobs;

import dev.earworm.jobs.Acceptance.Accepted;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.OptionProblem;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Providers;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Stopper;
import dev.earworm.music.Suggestion;
import dev.earworm.quota.Account;
import dev.earworm.quota.BlockedMembers;
import dev.earworm.quota.QuotaDecision.PriceUnknown;
import dev.earworm.quota.QuotaDecision.QuotaExceeded;
import dev.earworm.quota.QuotaDecision.Reserved;
import dev.earworm.quota.Spender;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Accepts songs and calls them back. A song is accepted when its job and its reservation are on disk, in one
 * transaction; nothing outside is told of it before.
 */
public final class SongService {
    private final JobStore store;
    private final Purse purse;
    private final BlockedMembers blocked;
    private final Providers providers;
    private final ProviderHealth health;
    private final Fallback fallback;
    private final SongQueue queue;
    private final SongEnding ending;
    private final Room room;
    private final JobListener listener;
    private final Consumer<Job> accepted;
    private final InstantSource clock;

    /**
     * Puts it together.
     *
     * @param listener is told of songs that were called back
     * @param accepted is told of each song that was accepted, after it is on disk; must not throw
     */
    public SongService(
            JobStore store,
            Purse purse,
            BlockedMembers blocked,
            Providers providers,
            ProviderHealth health,
            Fallback fallback,
            SongQueue queue,
            SongEnding ending,
            Room room,
            JobListener listener,
            Consumer<Job> accepted,
            InstantSource clock) {
        this.store = store;
        this.purse = purse;
        this.blocked = blocked;
        this.providers = providers;
        this.health = health;
        this.fallback = fallback;
        this.queue = queue;
        this.ending = ending;
        this.room = room;
        this.listener = listener;
        this.accepted = accepted;
        this.clock = clock;
    }

    public Acceptance accept(SongOrder order) {
        return accept(JobId.next(clock.instant()), order);
    }

    /** Accepts the song that a refused one may be instead: once, however often and from wherever it is asked for. */
    public Acceptance acceptInstead(JobId refused, SongOrder order) {
        return accept(refused.successor(), order);
    }

    /**
     * Accepts a song under an id that was made up for it before: once, however often it is asked for.
     *
     * @param id never from a member's hands, as whoever chooses it could keep others from theirs
     */
    public Acceptance accept(JobId id, SongOrder order) {
        Acceptance acceptance = decide(id, order);
        listener.answered(acceptance);
        return acceptance;
    }

    private Acceptance decide(JobId id, SongOrder order) {
        SongRequest request = order.request();
        Optional<MusicModel> model = providers.model(request.model());
        if (model.isEmpty()) {
            return new Acceptance.UnknownModel(request.model());
        }
        List<OptionProblem> problems = problems(order, model.get());
        if (!problems.isEmpty()) {
            return new Acceptance.Unfit(model.get(), problems);
        }
        if (!room.isEnough() && store.find(id).isEmpty()) {
            return new Acceptance.NoRoom();
        }
        String provider = request.model().provider();
        if (health.works(provider)) {
            return reserve(id, order);
        }
        for (SongRequest instead : instead(order)) {
            Acceptance acceptance = reserve(id, order.with(instead));
            if (!isTooDear(acceptance)) {
                return acceptance;
            }
        }
        return health.isUsable(provider) ? reserve(id, order) : new Acceptance.ProviderUnusable(provider);
    }

    /** Another provider may make it for less. */
    private static boolean isTooDear(Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.OverQuota(QuotaExceeded exceeded) ->
                exceeded.limit().isMoney();
            case Acceptance.Unpriced _ -> true;
            case Accepted _,
                    Acceptance.AlreadyAccepted _,
                    Acceptance.Blocked _,
                    Acceptance.Unfit _,
                    Acceptance.UnknownModel _,
                    Acceptance.ProviderUnusable _,
                    Acceptance.NoRoom _ -> false;
        };
    }

    /**
     * Accepts a song under an id that was made up for it before; once that song came to nothing, under the one that follows
     * it, and so on: one song at a time, and none once there is one.
     *
     * @param id never from a member's hands, as above
     */
    public Acceptance acceptAnew(JobId id, SongOrder order) {
        JobId attempt = id;
        while (store.find(attempt).filter(job -> job.state().cameToNothing()).isPresent()) {
            attempt = attempt.successor();
        }
        return accept(attempt, order);
    }

    private static List<OptionProblem> problems(SongOrder order, MusicModel model) {
        return switch (order.work()) {
            case Work.Song _ -> RequestPolicy.problems(order.request(), model);
            case Work.Stems _ ->
                model.has(Feature.STEMS)
                        ? List.of()
                        : List.<OptionProblem>of(new OptionProblem.FeatureMissing(Feature.STEMS));
        };
    }

    /** The stems of a song are its own provider's to make. */
    private List<SongRequest> instead(SongOrder order) {
        return switch (order.work()) {
            case Work.Song _ -> fallback.instead(order.request(), List.of());
            case Work.Stems _ -> List.of();
        };
    }

    private Acceptance reserve(JobId id, SongOrder order) {
        Job job = Job.queued(id, order, providers.estimate(order.request()), clock.instant());
        return purse.inOne(() -> before(job)
                        .<Supplier<Acceptance>>map(before -> () -> new Acceptance.AlreadyAccepted(before))
                        .or(() -> blocked.of(job.account()).map(block -> () -> new Acceptance.Blocked(block)))
                        .orElseGet(() -> reserved(job, order.spender())))
                .get();
    }

    /** The same wish as it was accepted before. Of the same stems nobody needs two that are made at once. */
    private Optional<Job> before(Job job) {
        return store.find(job.id()).or(() -> switch (job.work()) {
            case Work.Song _ -> Optional.empty();
            case Work.Stems stems -> store.unfinished(stems);
        });
    }

    /** Writes both or neither; what is said about it is put together after the commit. */
    private Supplier<Acceptance> reserved(Job job, Spender spender) {
        return switch (purse.reserve(job, spender)) {
            case QuotaExceeded exceeded -> () -> new Acceptance.OverQuota(exceeded);
            case PriceUnknown _ -> () -> new Acceptance.Unpriced(job.request().model());
            case Reserved reserved -> {
                store.add(job);
                yield () -> {
                    Forecast forecast = queue.forecast(job);
                    accepted.accept(job);
                    return new Accepted(job, forecast, reserved.own());
                };
            }
        };
    }

    /**
     * Calls a song back, if it belongs to this member, and still waits or is at a provider that can stop. The place does
     * not matter: a song of a guild may be called back from direct messages.
     */
    public Cancellation cancel(JobId id, Account account) {
        Optional<Job> found = store.find(id);
        if (found.isEmpty()) {
            return new Cancellation.NoSuchSong();
        }
        if (!found.get().account().user().equals(account.user())) {
            return new Cancellation.NotYours();
        }
        if (ending.cancelled(id)) {
            return new Cancellation.Cancelled(told(id));
        }
        if (isStopped(store.find(id).orElseThrow())) {
            return new Cancellation.Stopped(told(id));
        }
        Job job = store.find(id).orElseThrow();
        return job.state().isEnded() ? new Cancellation.Ended(job) : goesOn(job);
    }

    /** What calling a song back would mean now. */
    public CancelPolicy.Terms cancelTerms(Job job) {
        return CancelPolicy.of(job, providers);
    }

    private Cancellation goesOn(Job job) {
        return switch (cancelTerms(job)) {
            case COUNTS -> new Cancellation.NotStopped(job);
            // A song that waits again was being handed in when it was called back.
            case NOT_YET, FREE -> new Cancellation.NotYet(job);
            case IMPOSSIBLE -> new Cancellation.CannotStop(job);
            case TOO_LATE -> new Cancellation.TooLate(job);
        };
    }

    private Job told(JobId id) {
        Job job = store.find(id).orElseThrow();
        listener.changed(job);
        return job;
    }

    private boolean isStopped(Job job) {
        Optional<ProviderJobId> name = job.providerJobId();
        Optional<Stopper> stopper = providers.stopper(job.provider());
        return job.state() == JobState.RENDERING
                && name.isPresent()
                && stopper.isPresent()
                && ending.stopped(job.id(), () -> stopper.get().stop(name.get()));
    }

    /** The song that a refused one may be instead, as the provider suggests it. */
    public Optional<SongRequest> suggested(JobId id, Account account) {
        return store.find(id)
                .filter(job -> job.account().equals(account))
                .flatMap(job -> job.refusal()
                        .flatMap(Refusal::suggestion)
                        .filter(SongService::saysSomething)
                        .map(suggestion -> switch (suggestion) {
                            case Suggestion.OtherPrompt other -> job.request().withPrompt(other.prompt());
                            case Suggestion.OtherPlan other -> job.request().withPlan(other.plan());
                        }));
    }

    private static boolean saysSomething(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.OtherPrompt other -> !other.prompt().isBlank();
            case Suggestion.OtherPlan other -> !other.plan().sections().isEmpty();
        };
    }

    public Optional<Job> find(JobId id) {
        return store.find(id);
    }

    /** Where the member can see how the song goes. */
    public void showsStatusAt(JobId id, MessageId message) {
        store.statusMessage(id, message);
    }
}
