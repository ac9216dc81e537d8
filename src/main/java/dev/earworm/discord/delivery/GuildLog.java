package dev.earworm.discord.delivery;

import dev.earworm.discord.delivery.Places.Found;
import dev.earworm.discord.words.Language;
import dev.earworm.jobs.ChannelId;
import dev.earworm.quota.GuildId;
import dev.earworm.settings.GuildSettings;
import dev.earworm.settings.SettingsStore;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Guild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the admins of a guild what happens, in the channel that they chose for it. Best effort: a line that cannot be posted
 * is lost, and nothing waits for it. Mentions in a line name somebody without notifying them.
 */
public final class GuildLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GuildLog.class);

    private final Shards shards;
    private final Places places;
    private final SettingsStore settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public GuildLog(Shards shards, SettingsStore settings) {
        this.shards = shards;
        this.places = new Places(shards);
        this.settings = settings;
    }

    /**
     * Posts a line, if the guild has a log channel.
     *
     * @param words put together later, on another thread, in the guild's language
     */
    public void post(GuildId guild, Supplier<Post> words) {
        settings.of(guild).log().ifPresent(channel -> inTheBackground(() -> post(guild, channel, words)));
    }

    /**
     * Posts a line that must not get lost, and waits for it.
     *
     * @param nonce the same for every repeat; at most 25 characters
     * @return whether nothing is left to be done: it is there, or there is no channel that takes it
     */
    boolean settles(GuildId guild, String nonce, Supplier<Post> words) {
        Optional<ChannelId> channel = settings.of(guild).log();
        return channel.isEmpty()
                || switch (places.channel(guild, channel.get())) {
                    case Found.Open open -> isSettled(send(open, guild, nonce, words));
                    case Found.NotLoaded _ -> false;
                    case Found.Gone _ -> true;
                };
    }

    private Sent send(Found.Open open, GuildId guild, String nonce, Supplier<Post> words) {
        Post post = language(guild).render(words);
        return Sending.attempt(() -> open.channel().sendMessage(post.toCreate()).setNonce(nonce));
    }

    private static boolean isSettled(Sent sent) {
        return !(sent instanceof Sent.Later);
    }

    /** The language of everything that all admins of a guild read; English while its shard is not connected. */
    public Language language(GuildId guild) {
        GuildSettings chosen = settings.of(guild);
        return chosen.language()
                .map(Language::of)
                .or(() -> shards.connected()
                        .map(connected -> connected.getGuildById(guild.value()))
                        .map(Guild::getLocale)
                        .map(Language::of))
                .orElse(Language.ENGLISH);
    }

    private void inTheBackground(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("a line for a log channel is lost: shutting down");
        }
    }

    private void post(GuildId guild, ChannelId channel, Supplier<Post> words) {
        try {
            switch (places.channel(guild, channel)) {
                case Found.Open open -> {
                    Post post = language(guild).render(words);
                    Sent sent = Sending.attempt(() -> open.channel().sendMessage(post.toCreate()));
                    if (!(sent instanceof Sent.Done)) {
                        LOG.info("the log channel of guild {} takes no line: {}", guild, sent);
                    }
                }
                case Found.NotLoaded _ ->
                    LOG.info("a line for the log channel of guild {} is lost: not connected", guild);
                case Found.Gone _ -> LOG.info("the log channel of guild {} is gone", guild);
            }
        } catch (RuntimeException e) {
            LOG.warn("a line for the log channel of guild {} is lost", guild, e);
        }
    }

    /** Ends at once; lines that are under way are lost. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
