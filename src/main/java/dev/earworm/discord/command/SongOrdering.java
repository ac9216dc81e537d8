package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.SongDesk.Ordered;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongOrder;
import dev.earworm.jobs.Visibility;
import dev.earworm.jobs.Work;
import dev.earworm.keys.GuildProviders;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.JobId;
import dev.earworm.music.SongRequest;
import dev.earworm.music.StemSeparator.StemSet;
import dev.earworm.quota.GuildId;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import net.dv8tion.jda.api.interactions.Interaction;

/** The one way from what a member typed, be it options or a form, to an order, or to why there is none. */
public final class SongOrdering {
    private final SongDesk desk;
    private final GuildProviders providers;
    private final UploadLimits uploadLimits;
    private final Languages languages;

    public SongOrdering(SongDesk desk, GuildProviders providers, UploadLimits uploadLimits, Languages languages) {
        this.desk = desk;
        this.providers = providers;
        this.uploadLimits = uploadLimits;
        this.languages = languages;
    }

    public Ordered order(Interaction interaction, Visibility visibility, SongOptions options) {
        SongWishes wishes = wishes(Origin.guild(interaction));
        return inChannel(interaction, visibility, destination -> switch (wishes.of(options)) {
            case SongWish.Unclear unclear -> new Ordered.Open(Reply.of(unclear.sentence()));
            case SongWish.Clear clear -> desk.order(order(interaction, destination, clear.request()));
        });
    }

    /** Orders a song that was planned, in public; at most one song comes of it, however often it is asked. */
    public Ordered orderPlanned(Interaction interaction, JobId song, SongRequest request) {
        return inChannel(
                interaction,
                Visibility.PUBLIC,
                destination -> desk.orderPlanned(song, order(interaction, destination, request)));
    }

    /** Orders a finished song once more, with another seed. */
    public Ordered orderAgain(Interaction press, Job song) {
        return beside(
                press,
                song,
                destination -> once(
                        press, song, destination, wishes(song.account().guild()).again(song.request())));
    }

    /** Orders what a finished song was changed to. */
    public Ordered orderChanged(Interaction form, Job song, SongOptions options) {
        SongWishes wishes = wishes(song.account().guild());
        return beside(form, song, destination -> switch (wishes.of(options)) {
            case SongWish.Unclear unclear -> new Ordered.Open(Reply.of(unclear.sentence()));
            case SongWish.Clear clear -> once(form, song, destination, clear.request());
        });
    }

    /** Orders a finished song with more behind it. */
    public Ordered orderExtended(Interaction form, Job song, SongRequest longer) {
        return beside(form, song, destination -> once(form, song, destination, longer));
    }

    /** Orders the stems of a finished song. */
    public Ordered orderStems(Interaction press, Job song, StemSet set) {
        Work.Stems work = new Work.Stems(song.id(), set);
        return beside(
                press,
                song,
                destination -> desk.orderStems(
                        Origin.song(press),
                        SongOrder.ofStems(song, work, destination).by(Origin.spender(press, song.account()))));
    }

    /** What a vendor keeps of a song, it keeps for the account that made the song. */
    private boolean isKeptElsewhere(Job before, SongRequest request) {
        ProviderAccount now =
                providers.account(before.account().guild(), request.model().provider());
        return request.plan().filter(CompositionPlan::takesUpSongs).isPresent()
                && !now.equals(before.providerAccount());
    }

    private SongWishes wishes(GuildId guild) {
        return new SongWishes(providers.of(guild), RandomGenerator.getDefault()::nextLong);
    }

    private Ordered once(Interaction interaction, Job before, Destination destination, SongRequest request) {
        if (isKeptElsewhere(before, request)) {
            return new Ordered.Open(Reply.of(say("keys.other-account")));
        }
        return desk.orderOnce(
                Origin.song(interaction),
                new SongOrder(Origin.spender(interaction, before.account()), destination, request));
    }

    /** As visible as the song before, and where it is asked for; from direct messages, where the song before went. */
    private Ordered beside(Interaction interaction, Job before, Function<Destination, Ordered> ordering) {
        return switch (Origin.venue(interaction)) {
            case GUILD, ELSEWHERE -> inChannel(interaction, before.destination().visibility(), ordering);
            case DIRECT_MESSAGES -> ordering.apply(before.destination().answering(Origin.token(interaction)));
        };
    }

    private Ordered inChannel(Interaction interaction, Visibility visibility, Function<Destination, Ordered> ordering) {
        Optional<String> obstacle = Preflight.obstacle(interaction, visibility);
        if (obstacle.isPresent()) {
            return new Ordered.Open(Reply.of(obstacle.get()));
        }
        return ordering.apply(new Destination(
                new ChannelId(interaction.getChannelIdLong()),
                visibility,
                Optional.of(Origin.token(interaction)),
                uploadLimits.of(interaction, visibility),
                languages.of(interaction, visibility).locale(),
                Origin.venue(interaction)));
    }

    private static SongOrder order(Interaction interaction, Destination destination, SongRequest request) {
        return new SongOrder(Origin.spender(interaction), destination, request);
    }
}
