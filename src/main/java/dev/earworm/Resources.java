package dev.earworm;

import dev.earworm.audio.Ffmpeg;
import dev.earworm.config.Configuration;
import dev.earworm.discord.DiscordBot;
import dev.earworm.discord.Login;
import dev.earworm.discord.ShardsConfig;
import dev.earworm.jobs.ShardRange;
import dev.earworm.music.Providers;
import dev.earworm.storage.Database;
import dev.earworm.storage.DatabaseFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the program opens before it can do anything; what cannot be opened is said in a sentence. */
final class Resources {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    private Resources() {}

    static Database database(Configuration configuration, Parts parts) throws StartFailure {
        try {
            return Database.open(configuration.database(), parts.dataSource());
        } catch (DatabaseFailure e) {
            LOG.debug("the database cannot be used", e);
            throw new StartFailure(String.valueOf(e.getMessage()), 1);
        }
    }

    /** Of a bot whose songs are in a file all are here; else as many as Discord gives to this process. */
    static ShardRange shards(Configuration configuration) {
        if (!configuration.database().isServer()) {
            return ShardRange.WHOLE;
        }
        return switch (configuration.discord().shards()) {
            case ShardsConfig.Automatic _ -> ShardRange.WHOLE;
            case ShardsConfig.Range range -> new ShardRange(range.from(), range.to(), range.total());
        };
    }

    static Providers providers(Configuration configuration, Parts parts) throws StartFailure {
        try {
            return parts.providers().apply(configuration);
        } catch (UncheckedIOException e) {
            LOG.debug("a provider cannot be used", e);
            throw new StartFailure(String.valueOf(e.getMessage()), 2);
        }
    }

    /** Connects to Discord; the same for a connection that is refused or does not come about. */
    static void logIn(DiscordBot bot) throws StartFailure {
        try {
            switch (bot.logIn()) {
                case Login.LoggedIn _ -> LOG.info("logged in to Discord");
                case Login.Refused refused -> throw new StartFailure(refused.sentence(), 2);
                case Login.Unreachable unreachable -> throw new StartFailure(unreachable.sentence(), 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Earworm was stopped while it started.", 1);
        }
    }

    static Ffmpeg ffmpeg(Configuration configuration) throws StartFailure {
        Path folder = configuration.dataDirectory().resolve("ffmpeg");
        try {
            return Ffmpeg.unpackedUnder(folder);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("ffmpeg cannot be used", e);
            throw new StartFailure("ffmpeg cannot be used from " + folder + ": " + e.getMessage(), 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Earworm was stopped while it started.", 1);
        }
    }
}
