package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.config.ProvidersConfig;
import dev.earworm.discord.delivery.StatusBoard;
import dev.earworm.jobs.Pause;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Providers;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.acestep.AcestepProvider;
import dev.earworm.providers.aigateway.AigatewayProvider;
import dev.earworm.providers.aimlapi.AimlapiProvider;
import dev.earworm.providers.apiframe.ApiframeProvider;
import dev.earworm.providers.elevenlabs.ElevenLabsProvider;
import dev.earworm.providers.synth.SynthProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * The few parts of the program that a test puts others in place of.
 *
 * @param dataSource wraps the database's connections
 * @param pause wraps the waits between two questions to a provider
 * @param freeSpace wraps the bytes that are left on the data folder's disk
 * @param betweenEdits the least time between two edits of one status message
 */
record Parts(
        InstantSource clock,
        Function<Configuration, Providers> providers,
        UnaryOperator<DataSource> dataSource,
        UnaryOperator<Pause> pause,
        UnaryOperator<LongSupplier> freeSpace,
        Duration betweenEdits) {
    static Parts standard() {
        return new Parts(
                InstantSource.system(),
                Parts::configured,
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                StatusBoard.PAUSE);
    }

    /** Every provider that the configuration gives a key for, and the built-in one; the default first. */
    private static Providers configured(Configuration configuration) {
        AudioFetcher fetcher = new AudioFetcher(configuration.fetch());
        List<MusicProvider> providers = new ArrayList<>();
        ProvidersConfig accounts = configuration.providers();
        accounts.elevenLabs().map(ElevenLabsProvider::new).ifPresent(providers::add);
        accounts.aimlapi().map(aimlapi -> new AimlapiProvider(aimlapi, fetcher)).ifPresent(providers::add);
        accounts.apiframe()
                .map(apiframe -> new ApiframeProvider(apiframe, fetcher))
                .ifPresent(providers::add);
        accounts.aigateway()
                .map(aigateway -> new AigatewayProvider(aigateway, fetcher))
                .ifPresent(providers::add);
        accounts.acestep().map(acestep -> new AcestepProvider(acestep, fetcher)).ifPresent(providers::add);
        providers.add(new SynthProvider(accounts.synth()));
        String first = configuration.defaultProvider();
        providers.sort((one, other) ->
                Boolean.compare(other.name().equals(first), one.name().equals(first)));
        return new Providers(providers, configuration.music().prices());
    }
}
