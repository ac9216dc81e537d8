package dev.earworm.discord.command;

import dev.earworm.jobs.Destination.InteractionToken;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import java.time.Duration;
import java.util.Objects;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.Interaction;

/** Who asks, and how that can be answered. */
public final class Origin {
    /** Discord, "Receiving and Responding to Interactions". */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    /** The 22 bits of a snowflake that tell apart what happened within one millisecond. */
    private static final long BELOW_TIME = 0x3F_FFFF;

    private Origin() {}

    /** The member's account in this guild. */
    public static Account account(Interaction interaction) {
        Guild guild = Objects.requireNonNull(interaction.getGuild(), "outside a guild");
        return new Account(
                new GuildId(guild.getIdLong()), new UserId(interaction.getUser().getIdLong()));
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
