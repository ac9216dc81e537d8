package dev.earworm.config;

import dev.earworm.discord.DiscordConfig;
import dev.earworm.music.MusicConfig;
import dev.earworm.ops.HttpConfig;
import dev.earworm.ops.LogFormatConfig;
import dev.earworm.ops.OpsConfig;
import dev.earworm.providers.FetchConfig;
import dev.earworm.quota.BudgetConfig;
import dev.earworm.quota.QuotaConfig;
import dev.earworm.storage.DatabaseConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every setting of the program, checked. Printing it shows no secret.
 *
 * @param dataDirectory where the database, ffmpeg and unfinished songs are kept; may not exist yet
 */
public record Configuration(
        Path dataDirectory,
        DiscordConfig discord,
        MusicConfig music,
        ProvidersConfig providers,
        DatabaseConfig database,
        QuotaConfig quota,
        BudgetConfig budget,
        HttpConfig http,
        FetchConfig fetch,
        LogFormatConfig logFormat,
        OpsConfig ops) {

    /** The provider of members who name no model: the chosen one, else the first that is set up. */
    public String defaultProvider() {
        return music.provider().orElse(providers.names().getFirst());
    }

    /** What no log line and no message may ever hold. */
    public List<String> secrets() {
        return Stream.of(discord.botToken().stream(), providers.secrets().stream(), database.password().stream())
                .flatMap(Function.identity())
                .toList();
    }
}
