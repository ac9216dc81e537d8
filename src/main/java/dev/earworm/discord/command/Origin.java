package dev.earworm.discord.command;

import dev.earworm.jobs.Destination.InteractionToken;
import dev.earworm.jobs.Venue;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import java.time.Duration;
import java.util.Objects;
import net.dv8tion.jda.api.entities.Guild;
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
        GuildId guild = switch (venue(interaction)) {
            case GUILD ->
                new GuildId(Objects.requireNonNull(interaction.getGuild()).getIdLong());
            case DIRECT_MESSAGES, ELSEWHERE -> GuildId.OUTSIDE;
        };
        return new Account(guild, new UserId(interaction.getUser().getIdLong()));
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
