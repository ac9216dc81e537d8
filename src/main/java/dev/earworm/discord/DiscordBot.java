package dev.earworm.discord;

import dev.earworm.discord.delivery.Sending.CallFailedException;
import dev.earworm.settings.RegisteredGuilds;
import java.util.concurrent.CompletionException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot as members meet it: logs in, and answers commands and buttons. */
public final class DiscordBot {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);

    private final DiscordConnection connection;
    private final CommandRegistration registration;
    private final Object[] listeners;

    /** Makes the bot and connects to nothing yet. */
    public DiscordBot(DiscordConnection connection, MemberServices services, RegisteredGuilds registered) {
        this.connection = connection;
        FeatureList list = new FeatureList(connection, services);
        Features features = list.features();
        this.registration = new CommandRegistration(features, connection.config(), registered);
        list.doctor().of(registration);
        this.listeners = new Object[] {
            list.uploadLimits(),
            registration,
            new InteractionRouter(
                    features,
                    list.languages(),
                    new Admission(connection.config().outside()))
        };
    }

    /**
     * Connects, and waits until the first shard is there and Discord knows the commands, which the process with the bot's
     * first shard sees to. Further shards follow by themselves, and a connection that breaks later is mended by itself.
     */
    public Login logIn() throws InterruptedException {
        if (connection.config().botToken().isEmpty()) {
            return new Login.Refused("There is no bot token: set discord.token (DISCORD_TOKEN).");
        }
        try {
            JDA first = connection.connect(listeners);
            first.awaitReady();
            if (first.getShardInfo().getShardId() == 0) {
                registration.bringUpToDate(first);
            }
            return new Login.LoggedIn();
        } catch (InvalidTokenException e) {
            return new Login.Refused("Discord does not accept the bot token: check discord.token (DISCORD_TOKEN).");
        } catch (ErrorResponseException | CallFailedException | CompletionException | IllegalStateException e) {
            LOG.debug("cannot log in", e);
            return new Login.Unreachable(
                    "Discord cannot be reached at " + connection.config().apiUrl() + ": " + reason(e));
        }
    }

    /** JDA wraps what really happened any number of times. */
    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : reason(cause);
    }
}
