package dev.earworm.discord.command;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Destination.InteractionToken;
import dev.earworm.jobs.Venue;
import dev.earworm.library.Reader;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.RoleId;
import dev.earworm.quota.Spender;
import dev.earworm.quota.UserId;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.IntegrationOwners;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;

/** Who asks, where, and how that can be answered. */
public final class Origin {
    /** Discord, "Receiving and Responding to Interactions". */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    /** The 22 bits of a snowflake that tell apart what happened within one millisecond. */
    private static final long BELOW_TIME = 0x3F_FFFF;

    private Origin() {}

    /**
     * Where somebody is. What a member's own installation alone allows counts as elsewhere even in a guild of the bot's:
     * that guild's admins may have forbidden the bot there.
     */
    public static Venue venue(Interaction interaction) {
        Guild guild = interaction.getGuild();
        if (guild == null) {
            return interaction.getContext() == InteractionContextType.BOT_DM ? Venue.DIRECT_MESSAGES : Venue.ELSEWHERE;
        }
        IntegrationOwners owners = interaction.getIntegrationOwners();
        boolean isOnlyOfMember = owners.isUserIntegration() && !owners.isGuildIntegration();
        return guild.isDetached() || isOnlyOfMember ? Venue.ELSEWHERE : Venue.GUILD;
    }

    /** The member's account in this guild; outside of the bot's guilds it is one everywhere. */
    public static Account account(Interaction interaction) {
        return new Account(guild(interaction), new UserId(interaction.getUser().getIdLong()));
    }

    /** The guild whose settings hold. */
    public static GuildId guild(Interaction interaction) {
        return switch (venue(interaction)) {
            case GUILD ->
                new GuildId(Objects.requireNonNull(interaction.getGuild()).getIdLong());
            case DIRECT_MESSAGES, ELSEWHERE -> GuildId.OUTSIDE;
        };
    }

    /** The member as they spend here. */
    public static Spender spender(Interaction interaction) {
        return spender(interaction, account(interaction));
    }

    /** The member as they spend from an account of theirs; Discord tells their roles only in that account's guild. */
    public static Spender spender(Interaction interaction, Account account) {
        return account.guild().isOutside() || account.equals(account(interaction))
                ? Spender.as(account, roles(interaction, account))
                : Spender.asLastSeen(account);
    }

    private static Set<RoleId> roles(Interaction interaction, Account account) {
        if (account.guild().isOutside()) {
            return Set.of();
        }
        return roles(Objects.requireNonNull(interaction.getMember()));
    }

    /** Those that were given to a member; the one that everybody has is none of them. */
    static Set<RoleId> roles(Member member) {
        return member.getUnsortedRoles().stream()
                .map(role -> new RoleId(role.getIdLong()))
                .collect(Collectors.toSet());
    }

    /** The member's account and what they see here; a channel that the bot does not know is seen by nobody. */
    public static Reader reader(Interaction interaction) {
        return new Reader(
                account(interaction),
                switch (venue(interaction)) {
                    case GUILD -> seen(interaction);
                    case DIRECT_MESSAGES, ELSEWHERE -> Set.of();
                });
    }

    private static Set<ChannelId> seen(Interaction interaction) {
        Guild guild = Objects.requireNonNull(interaction.getGuild());
        Member member = Objects.requireNonNull(interaction.getMember());
        LongStream others = guild.getChannelCache().stream()
                .filter(channel -> isSeen(member, channel))
                .mapToLong(GuildChannel::getIdLong);
        return LongStream.concat(LongStream.of(interaction.getChannelIdLong()), others)
                .mapToObj(ChannelId::new)
                .collect(Collectors.toSet());
    }

    /** A private thread is for whoever was added to it, which the bot does not know, and for moderators. */
    private static boolean isSeen(Member member, GuildChannel channel) {
        boolean isForSome = channel.getType() == ChannelType.GUILD_PRIVATE_THREAD;
        return member.hasPermission(channel, Permission.VIEW_CHANNEL)
                && (!isForSome || member.hasPermission(channel, Permission.MANAGE_THREADS));
    }

    /** The one song that this interaction asks for, however often Discord hands it over. */
    public static JobId song(Interaction interaction) {
        return JobId.at(interaction.getTimeCreated().toInstant(), (int) (interaction.getIdLong() & BELOW_TIME));
    }

    /** The interaction's token, whose life began when Discord made the interaction. */
    public static InteractionToken token(Interaction interaction) {
        return new InteractionToken(
                interaction.getToken(), interaction.getTimeCreated().toInstant().plus(TOKEN_LIFE));
    }
}
