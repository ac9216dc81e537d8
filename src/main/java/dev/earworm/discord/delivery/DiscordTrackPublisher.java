package dev.earworm.discord.delivery;

import dev.earworm.discord.delivery.Deliveries.Place;
import dev.earworm.discord.delivery.Ladder.Rung;
import dev.earworm.discord.words.Language;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Finished;
import dev.earworm.jobs.FinishedStems;
import dev.earworm.jobs.FinishedTrack;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Publication;
import dev.earworm.jobs.Quotas;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Resend;
import dev.earworm.jobs.TrackPublisher;
import dev.earworm.jobs.Venue;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.Providers;
import dev.earworm.quota.QuotaStatus;
import dev.earworm.quota.UserId;
import dev.earworm.settings.SettingsStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Hands finished songs, refusals and other news to their members as new messages, because an edit notifies nobody.
 *
 * <p>A ladder of ways is climbed until one is open: {@link Ladder}. Messages in channels and direct messages carry a nonce
 * made from the song's id, so that a repeat within minutes shows the first message instead of posting a second one
 * (<a href="https://docs.discord.com/developers/resources/message#create-message">Discord, {@code enforce_nonce}</a>).
 * Answers to a command take no nonce; there a repeat after a lost reply may post twice.
 */
public final class DiscordTrackPublisher implements TrackPublisher {
    private final Quotas quotas;
    private final TrackPosts tracks;
    private final StemsPosts stems;
    private final Deliveries deliveries;
    private final LearnedLimits limits;
    private final Postman postman;
    private final SettingsStore settings;
    private final InstantSource clock;

    public DiscordTrackPublisher(
            Shards shards,
            Quotas quotas,
            Providers providers,
            StatusPosts songs,
            Deliveries deliveries,
            LearnedLimits limits,
            SettingsStore settings,
            InstantSource clock) {
        this.quotas = quotas;
        this.tracks = new TrackPosts(songs, providers);
        this.stems = new StemsPosts(songs);
        this.deliveries = deliveries;
        this.limits = limits;
        this.postman = new Postman(new Places(shards));
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Publication publish(Job job, Finished finished) {
        QuotaStatus left = quotas.of(job.account());
        Parcel parcel = new Parcel(
                job.id().value(), place -> spoken(job, () -> post(job, finished, left, place)), finished.total());
        return climb(rungs(job), job, parcel, (rung, message) -> deliveries.note(job.id(), place(job, rung, message)));
    }

    private MessageCreateData post(Job job, Finished finished, QuotaStatus left, Surroundings place) {
        return switch (finished) {
            case FinishedTrack track -> tracks.of(job, track, left, place);
            case FinishedStems voices -> stems.of(job, voices, left, place.layout());
        };
    }

    @Override
    public Publication refuse(Job job, Refusal refusal) {
        MessageCreateData message =
                spoken(job, () -> RefusalPosts.of(job, refusal).toCreate());
        return climb(rungs(job), job, new Parcel("r" + job.id().value(), _ -> message, 0), (_, _) -> {});
    }

    @Override
    public Publication resend(Job job, Finished finished, Resend wish) {
        Job going = job.going(wish.destination());
        Parcel parcel = new Parcel(
                wish.nonce(),
                place -> spoken(going, () -> resent(job, finished, wish.sender(), place)),
                finished.total());
        return climb(open(Ladder.rungsAgain(wish.destination(), clock.instant()), going), going, parcel, (_, _) -> {});
    }

    private MessageCreateData resent(Job job, Finished finished, UserId sender, Surroundings place) {
        return switch (finished) {
            case FinishedTrack track -> tracks.resent(job, track, sender, place);
            case FinishedStems voices -> stems.resent(voices, sender);
        };
    }

    @Override
    public Publication announceKept(Job job) {
        MessageCreateData message = spoken(job, () -> KeptPosts.of(job).toCreate());
        return climb(rungs(job), job, new Parcel("k" + job.id().value(), _ -> message, 0), (_, _) -> {});
    }

    /** Songs are delivered by threads that nobody told a language. */
    private static MessageCreateData spoken(Job job, Supplier<MessageCreateData> message) {
        return Language.of(job.destination().language()).render(message);
    }

    private List<Rung> rungs(Job job) {
        return open(Ladder.rungs(job.destination(), clock.instant()), job);
    }

    /** Without direct messages where the guild's admins want none: a song that has no other way is kept for its member. */
    private List<Rung> open(List<Rung> rungs, Job job) {
        return switch (job.destination().venue()) {
            case DIRECT_MESSAGES, ELSEWHERE -> rungs;
            case GUILD ->
                settings.of(job.account().guild()).access().directMessages() ? rungs : Ladder.withoutDirect(rungs);
        };
    }

    private Publication climb(List<Rung> rungs, Job job, Parcel parcel, BiConsumer<Rung, Message> onceSent) {
        List<String> closed = new ArrayList<>();
        for (Rung rung : rungs) {
            switch (postman.send(rung, job, parcel)) {
                case Sent.Done done -> {
                    onceSent.accept(rung, done.message());
                    return published(rung, PostedMessages.at(done.message()));
                }
                case Sent.Closed no -> closed.add(rung.getClass().getSimpleName() + ": " + no.detail());
                case Sent.TooLarge _ -> {
                    long lower = UploadLimitPolicy.below(parcel.size());
                    limits.refused(job, rung, lower);
                    return new Publication.TooLarge(lower);
                }
                case Sent.Later later -> {
                    return new Publication.TryLater(later.delay(), later.detail());
                }
            }
        }
        return new Publication.Undeliverable(closed.isEmpty() ? "no way is allowed" : String.join("; ", closed));
    }

    /**
     * An ephemeral answer is in no channel, and a public one comes where the bot has no way into the channel: neither can
     * be fetched again once the command's token is dead.
     */
    private static Publication published(Rung rung, PostedAt at) {
        return switch (rung) {
            case Rung.Channel _, Rung.Direct _ -> new Publication.Published(at);
            case Rung.Interaction _ -> new Publication.Answered(at);
        };
    }

    private static Place place(Job job, Rung rung, Message message) {
        return switch (rung) {
            case Rung.Channel _ -> new Place.Linked(message.getJumpUrl());
            case Rung.Direct _ ->
                switch (job.destination().venue()) {
                    case DIRECT_MESSAGES -> new Place.Below();
                    case GUILD, ELSEWHERE -> new Place.Direct();
                };
            case Rung.Interaction _ ->
                isForOthers(job.destination()) ? new Place.Linked(message.getJumpUrl()) : new Place.Below();
        };
    }

    /** Elsewhere Discord decides whether others see an answer, and how to link to it is not known. */
    private static boolean isForOthers(Destination destination) {
        return destination.venue() == Venue.GUILD && destination.visibility() == Visibility.PUBLIC;
    }
}
