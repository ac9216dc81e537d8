package dev.earworm.discord.command;

import dev.earworm.discord.command.SongDesk.Ordered;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.SongOrder;
import dev.earworm.jobs.Visibility;
import dev.earworm.jobs.Work;
import dev.earworm.music.JobId;
import dev.earworm.music.Providers;
import dev.earworm.music.SongRequest;
import dev.earworm.music.StemSeparator.StemSet;
import dev.earworm.quota.GuildId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import net.dv8tion.jda.api.interactions.Interaction;

/**
 * The one way from what a member typed or pressed to an order, or to why there is none: what the guild's admins allow, and
 * where songs can be posted, is asked here and nowhere else.
 */
public final class SongOrdering {
    private final SongDesk desk;
    private final SongWishes wishes;
    private final HouseRules rules;
    private final UploadLimits uploadLimits;
    private final Languages languages;

    public SongOrdering(
            SongDesk desk, HouseRules rules, Providers providers, UploadLimits uploadLimits, Languages languages) {
        this.desk = desk;
        this.rules = rules;
        this.wishes = new SongWishes(providers, RandomGenerator.getDefault()::nextLong);
        this.uploadLimits = uploadLimits;
        this.languages = languages;
    }

    public Ordered order(Interaction interaction, Visibility visibility, SongOptions options) {
        GuildId guild = Origin.guild(interaction);
        return inChannel(interaction, guild, visibility, destination -> switch (wishes.of(
                options, rules.defaults(guild))) {
            case SongWish.Unclear unclear -> open(unclear.sentence());
            case SongWish.Clear clear -> song(order(interaction, destination, clear.request()), desk::order);
        });
    }

    /** Orders a song that was planned, in public; at most one song comes of it, however often it is asked. */
    public Ordered orderPlanned(Interaction interaction, JobId song, SongRequest request) {
        return inChannel(
                interaction,
                Origin.guild(interaction),
                Visibility.PUBLIC,
                destination -> song(order(interaction, destination, request), order -> desk.orderPlanned(song, order)));
    }

    /** Orders what a refused song may be instead, where that was to go; at most one song comes of it. */
    public Ordered orderInstead(Interaction press, Job refused, SongRequest request) {
        Destination destination = refused.destination().answering(Origin.token(press));
        return allowed(
                press,
                refused,
                () -> song(
                        new SongOrder(Origin.spender(press, refused.account()), destination, request),
                        order -> desk.orderInstead(refused.id(), order)));
    }

    /** Orders a finished song once more, with another seed. */
    public Ordered orderAgain(Interaction press, Job song) {
        return beside(press, song, destination -> once(press, song, destination, wishes.again(song.request())));
    }

    /** Orders what a finished song was changed to. */
    public Ordered orderChanged(Interaction form, Job song, SongOptions options) {
        SongDefaults defaults = rules.defaults(song.account().guild());
        return beside(form, song, destination -> switch (wishes.of(options, defaults)) {
            case SongWish.Unclear unclear -> open(unclear.sentence());
            case SongWish.Clear clear -> once(form, song, destination, clear.request());
        });
    }

    /** Orders a finished song with more behind it. */
    public Ordered orderExtended(Interaction form, Job song, SongRequest longer) {
        return beside(form, song, destination -> once(form, song, destination, longer));
    }

    /** Orders the stems of a finished song, which are as long as that is, and files of their own kind. */
    public Ordered orderStems(Interaction press, Job song, StemSet set) {
        Work.Stems work = new Work.Stems(song.id(), set);
        return beside(
                press,
                song,
                destination -> desk.orderStems(
                        Origin.song(press),
                        SongOrder.ofStems(song, work, destination).by(Origin.spender(press, song.account()))));
    }

    private Ordered once(Interaction interaction, Job before, Destination destination, SongRequest request) {
        return song(
                new SongOrder(Origin.spender(interaction, before.account()), destination, request),
                order -> desk.orderOnce(Origin.song(interaction), order));
    }

    /** The one way to a song: past what the guild's admins say of songs. */
    private Ordered song(SongOrder order, Function<SongOrder, Ordered> ordering) {
        return rules.obstacle(order.account().guild(), order.request())
                .map(SongOrdering::open)
                .orElseGet(() -> ordering.apply(order));
    }

    /** As visible as the song before, and where it is asked for; from direct messages, where the song before went. */
    private Ordered beside(Interaction interaction, Job before, Function<Destination, Ordered> ordering) {
        return switch (Origin.venue(interaction)) {
            case GUILD, ELSEWHERE ->
                allowed(
                        interaction,
                        before,
                        () -> possible(interaction, before.destination().visibility(), ordering));
            case DIRECT_MESSAGES ->
                allowed(
                        interaction,
                        before,
                        () -> ordering.apply(before.destination().answering(Origin.token(interaction))));
        };
    }

    private Ordered inChannel(
            Interaction interaction, GuildId guild, Visibility visibility, Function<Destination, Ordered> ordering) {
        ChannelId here = new ChannelId(interaction.getChannelIdLong());
        return rules.obstacle(interaction, guild, here, visibility)
                .map(SongOrdering::open)
                .orElseGet(() -> possible(interaction, visibility, ordering));
    }

    /** Past what the guild's admins say of who asks for what is made of a song; elsewhere, where the song was asked for. */
    private Ordered allowed(Interaction interaction, Job before, Supplier<Ordered> ordering) {
        Destination destination = before.destination();
        return rules.obstacle(interaction, before.account().guild(), destination.channel(), destination.visibility())
                .map(SongOrdering::open)
                .orElseGet(ordering);
    }

    private Ordered possible(Interaction interaction, Visibility visibility, Function<Destination, Ordered> ordering) {
        Optional<String> obstacle = Preflight.obstacle(interaction, visibility);
        if (obstacle.isPresent()) {
            return open(obstacle.get());
        }
        return ordering.apply(new Destination(
                new ChannelId(interaction.getChannelIdLong()),
                visibility,
                Optional.of(Origin.token(interaction)),
                uploadLimits.of(interaction, visibility),
                languages.of(interaction, visibility).locale(),
                Origin.venue(interaction)));
    }

    private static Ordered open(String sentence) {
        return new Ordered.Open(Reply.of(sentence));
    }

    private static SongOrder order(Interaction interaction, Destination destination, SongRequest request) {
        return new SongOrder(Origin.spender(interaction), destination, request);
    }
}
