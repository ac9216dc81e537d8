package dev.earworm;

import dev.earworm.config.GuildAccountsConfig;
import dev.earworm.keys.ApiKey;
import dev.earworm.keys.KeyedProvider;
import dev.earworm.keys.ProviderFactory;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicProvider;
import dev.earworm.ops.LogOutput;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.aigateway.AigatewayProvider;
import dev.earworm.providers.aimlapi.AimlapiProvider;
import dev.earworm.providers.apiframe.ApiframeProvider;
import dev.earworm.providers.elevenlabs.ElevenLabsProvider;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Makes the providers of guilds' own keys, as those of the operator's are made; no log line ever holds such a key. */
final class GuildAccounts implements ProviderFactory {
    private final GuildAccountsConfig config;
    private final AudioFetcher fetcher;
    private final UnaryOperator<MusicProvider> wrapper;

    /** @param wrapper put around each provider */
    GuildAccounts(GuildAccountsConfig config, AudioFetcher fetcher, UnaryOperator<MusicProvider> wrapper) {
        this.config = config;
        this.fetcher = fetcher;
        this.wrapper = wrapper;
    }

    @Override
    public List<MusicModel> models() {
        return Stream.of(
                        ElevenLabsProvider.catalogue(config.elevenLabsKeeping()),
                        AimlapiProvider.catalogue(),
                        ApiframeProvider.catalogue(),
                        AigatewayProvider.catalogue())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public MusicProvider with(KeyedProvider provider, ApiKey key) {
        LogOutput.alsoBlank(key.reveal());
        return wrapper.apply(bare(provider, key));
    }

    private MusicProvider bare(KeyedProvider provider, ApiKey key) {
        return switch (provider) {
            case ELEVENLABS -> new ElevenLabsProvider(config.elevenLabs(key.reveal()));
            case AIMLAPI -> new AimlapiProvider(config.aimlapi(key.reveal()), fetcher);
            case APIFRAME -> new ApiframeProvider(config.apiframe(key.reveal()), fetcher);
            case AIGATEWAY -> new AigatewayProvider(config.aigateway(key.reveal()), fetcher);
        };
    }
}
