package dev.earworm.config;

import dev.earworm.providers.acestep.AcestepConfig;
import dev.earworm.providers.aigateway.AigatewayConfig;
import dev.earworm.providers.aimlapi.AimlapiConfig;
import dev.earworm.providers.apiframe.ApiframeConfig;
import dev.earworm.providers.elevenlabs.ElevenLabsConfig;
import dev.earworm.providers.synth.SynthConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who can be asked for songs: each provider that has what it needs, and the built-in composer, which needs nothing.
 *
 * @param elevenLabs empty without a key, as are the others
 * @param guilds where accounts of guilds are
 * @param acestep empty without the address of a server
 */
public record ProvidersConfig(
        Optional<ElevenLabsConfig> elevenLabs,
        Optional<AimlapiConfig> aimlapi,
        Optional<ApiframeConfig> apiframe,
        Optional<AigatewayConfig> aigateway,
        Optional<AcestepConfig> acestep,
        SynthConfig synth,
        GuildAccountsConfig guilds) {

    /** Nobody but the built-in composer. */
    public static ProvidersConfig none() {
        return new ProvidersConfig(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SynthConfig.builtIn(),
                GuildAccountsConfig.standard());
    }

    /** Those that can be asked by their names, in the order in which one of them becomes the default; never empty. */
    public List<String> names() {
        return Stream.of(
                        elevenLabs.map(_ -> KnownProvider.ELEVENLABS),
                        aimlapi.map(_ -> KnownProvider.AIMLAPI),
                        apiframe.map(_ -> KnownProvider.APIFRAME),
                        aigateway.map(_ -> KnownProvider.AIGATEWAY),
                        acestep.map(_ -> KnownProvider.ACESTEP),
                        Optional.of(KnownProvider.SYNTH))
                .flatMap(Optional::stream)
                .map(KnownProvider::word)
                .toList();
    }

    /** Every key, for those who see to it that none is printed. */
    public List<String> secrets() {
        return Stream.of(
                        elevenLabs.map(ElevenLabsConfig::apiKey),
                        aimlapi.map(AimlapiConfig::apiKey),
                        apiframe.map(ApiframeConfig::apiKey),
                        aigateway.map(AigatewayConfig::apiKey),
                        acestep.flatMap(AcestepConfig::apiKey))
                .flatMap(Optional::stream)
                .toList();
    }
}
