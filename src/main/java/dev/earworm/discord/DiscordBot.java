package dev.earworm.discord;

import dev.earworm.discord.command.CancelCommand;
import dev.earworm.discord.command.QueueCommand;
import dev.earworm.discord.command.QuotaCommand;
import dev.earworm.discord.command.SongCancelling;
import dev.earworm.discord.command.SongCommand;
import dev.earworm.discord.command.SongDesk;
import dev.earworm.discord.command.UploadLimits;
import dev.earworm.discord.component.CancelButton;
import dev.earworm.discord.component.SuggestionButton;
import dev.earworm.discord.delivery.Deliveries;
import dev.earworm.discord.delivery.DiscordTrackPublisher;
import dev.earworm.discord.delivery.Sending.CallFailedException;
import dev.earworm.discord.delivery.StatusBoard;
import dev.earworm.discord.delivery.StatusPosts;
import dev.earworm.jobs.JobListener;
import dev.earworm.jobs.SongQueue;
import dev.earworm.jobs.SongService;
import dev.earworm.jobs.TrackPublisher;
import dev.earworm.music.Providers;
import java.time.InstantSource;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot as Discord sees it: logs in, answers commands and buttons, posts songs, keeps status messages true.
 *
 * <p>Making one connects to nothing. Until {@link #logIn()} the publisher answers "try later".
 */
public final class DiscordBot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);

    private final DiscordConfig config;
    private final ShardManager shards;
    private final StatusBoard board;
    private final TrackPublisher publisher;
    private final CommandRegistration registration;

    public DiscordBot(
            DiscordConfig config, SongService songs, SongQueue queue, Providers providers, InstantSource clock) {
        this.config = config;
        this.shards = ShardConnections.of(config);
        Deliveries deliveries = new Deliveries();
        StatusPosts posts = new StatusPosts(providers, deliveries);
        this.board = new StatusBoard(shards, songs, queue, posts, clock);
        this.publisher = new DiscordTrackPublisher(shards, songs::quota, posts, deliveries, clock);
        UploadLimits uploadLimits = new UploadLimits();
        Features features = features(songs, queue, providers, posts, uploadLimits);
        this.registration = new CommandRegistration(features);
        shards.addEventListener(uploadLimits, new InteractionRouter(features));
    }

    /** Everything that members can make the bot do. */
    private Features features(
            SongService songs, SongQueue queue, Providers providers, StatusPosts posts, UploadLimits uploadLimits) {
        SongDesk desk = new SongDesk(songs, posts, board, providers);
        SongCancelling cancelling = new SongCancelling(songs, board);
        return new Features(
                List.of(
                        new SongCommand(desk, providers, uploadLimits),
                        new QueueCommand(queue),
                        new CancelCommand(queue, cancelling),
                        new QuotaCommand(songs)),
                List.of(new CancelButton(cancelling), new SuggestionButton(songs, desk)));
    }

    /** Hands over finished songs and refusals. */
    public TrackPublisher publisher() {
        return publisher;
    }

    /** Wants to know of every change to a song, to show it. */
    public JobListener statusBoard() {
        return board;
    }

    /**
     * Connects, and waits until the first shard is there and Discord knows the commands. Further shards follow by
     * themselves.
     */
    public Login logIn() throws InterruptedException {
        try {
            shards.login();
            JDA first = shards.getShards().getFirst();
            first.awaitReady();
            registration.bringUpToDate(first);
            return new Login.LoggedIn();
        } catch (InvalidTokenException e) {
            return new Login.Refused("Discord does not accept the bot token: check discord.token (DISCORD_TOKEN).");
        } catch (ErrorResponseException | CallFailedException | IllegalStateException e) {
            LOG.debug("cannot log in", e);
            return new Login.Unreachable("Discord cannot be reached at " + config.apiUrl() + ": " + e.getMessage());
        }
    }

    /** Whether every shard of this process is connected. */
    public boolean isReady() {
        List<JDA> running = shards.getShards();
        return !running.isEmpty()
                && shards.getShardsQueued() == 0
                && running.stream().allMatch(shard -> shard.getStatus() == JDA.Status.CONNECTED);
    }

    @Override
    public void close() {
        board.close();
        shards.shutdown();
    }
}
