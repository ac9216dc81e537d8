package dev.earworm.config;

import dev.earworm.discord.DiscordConfig;
import dev.earworm.music.MusicConfig;
import dev.earworm.ops.HttpConfig;
import dev.earworm.ops.LogFormatConfig;
import dev.earworm.providers.FetchConfig;
import dev.earworm.providers.aimlapi.AimlapiConfig;
import dev.earworm.providers.elevenlabs.ElevenLabsConfig;
import dev.earworm.providers.synth.SynthConfig;
import dev.earworm.quota.QuotaConfig;
import dev.earworm.storage.DatabaseConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every setting of the program, checked. Printing it shows no secret.
 *
 * @param dataDirectory where the database, ffmpeg and unfinished songs are kept; may not exist yet
 * @param elevenLabs empty without a key
 * @param aimlapi empty without a key
 */
public record Configuration(
        Path dataDirectory,
        DiscordConfig discord,
        MusicConfig music,
        Optional<ElevenLabsConfig> elevenLabs,
        Optional<AimlapiConfig> aimlapi,
        SynthConfig synth,
        DatabaseConfig database,
        QuotaConfig quota,
        HttpConfig http,
        FetchConfig fetch,
        LogFormatConfig logFormat) {

    /** The provider of members who name no model: the chosen one, else the first that has a key, else the synthesizer. */
    public String defaultProvider() {
        return music.provider()
                .or(() -> elevenLabs.map(_ -> "elevenlabs"))
                .or(() -> aimlapi.map(_ -> "aimlapi"))
                .orElse("synth");
    }

    /** What no log line and no message may ever hold. */
    public List<String> secrets() {
        return Stream.of(
                        discord.botToken(),
                        elevenLabs.map(ElevenLabsConfig::apiKey),
                        aimlapi.map(AimlapiConfig::apiKey))
                .flatMap(Optional::stream)
                .toList();
    }
}
