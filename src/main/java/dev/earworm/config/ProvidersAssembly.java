package dev.earworm.config;

import dev.earworm.ops.HttpConfig;
import dev.earworm.providers.acestep.AcestepConfig;
import dev.earworm.providers.aigateway.AigatewayConfig;
import dev.earworm.providers.aimlapi.AimlapiConfig;
import dev.earworm.providers.apiframe.ApiframeConfig;
import dev.earworm.providers.elevenlabs.ElevenLabsConfig;
import dev.earworm.providers.elevenlabs.SongKeeping;
import dev.earworm.providers.synth.SynthConfig;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Fills the record of each provider that has what it needs; mistakes are noted in the settings. */
final class ProvidersAssembly {
    private static final ValueFormat<String> SECRET = new SecretFormat();
    private static final ValueFormat<URI> ADDRESS = new AddressFormat();
    private static final ValueFormat<SongKeeping> KEEPING =
            ChoiceFormat.of("true", SongKeeping.KEPT).or("false", SongKeeping.NOT_KEPT);

    private final Settings settings;
    private final HttpConfig http;

    private ProvidersAssembly(Settings settings, HttpConfig http) {
        this.settings = settings;
        this.http = http;
    }

    /** @param http where providers can call us */
    static ProvidersConfig assemble(Settings settings, HttpConfig http) {
        return new ProvidersAssembly(settings, http).assemble();
    }

    private ProvidersConfig assemble() {
        return new ProvidersConfig(
                elevenLabs(),
                account(Key.AIMLAPI_API_KEY, Key.AIMLAPI_BASE_URL, AimlapiConfig::new),
                account(
                        Key.APIFRAME_API_KEY,
                        Key.APIFRAME_BASE_URL,
                        (apiKey, baseUrl) -> new ApiframeConfig(apiKey, baseUrl, webhook(KnownProvider.APIFRAME))),
                account(
                        Key.AIGATEWAY_API_KEY,
                        Key.AIGATEWAY_BASE_URL,
                        (apiKey, baseUrl) -> new AigatewayConfig(apiKey, baseUrl, webhook(KnownProvider.AIGATEWAY))),
                acestep(),
                new SynthConfig(settings.optional(Key.SYNTH_SOUNDFONT, PathFormat.FILE)),
                guilds());
    }

    /** An address that a vendor's HTTP library is stricter about is refused only with a key of the operator's. */
    private GuildAccountsConfig guilds() {
        return new GuildAccountsConfig(
                settings.required(Key.ELEVENLABS_BASE_URL, ADDRESS),
                settings.required(Key.ELEVENLABS_KEEP_SONGS, KEEPING),
                settings.required(Key.AIMLAPI_BASE_URL, ADDRESS),
                settings.required(Key.APIFRAME_BASE_URL, ADDRESS),
                settings.required(Key.AIGATEWAY_BASE_URL, ADDRESS));
    }

    private Optional<URI> webhook(KnownProvider provider) {
        return http.webhook(provider.word());
    }

    private Optional<ElevenLabsConfig> elevenLabs() {
        SongKeeping keeping = settings.required(Key.ELEVENLABS_KEEP_SONGS, KEEPING);
        warnIfUseless(Key.ELEVENLABS_KEEP_SONGS, Key.ELEVENLABS_API_KEY);
        return account(
                Key.ELEVENLABS_API_KEY,
                Key.ELEVENLABS_BASE_URL,
                (apiKey, baseUrl) -> new ElevenLabsConfig(apiKey, baseUrl, keeping));
    }

    private Optional<AcestepConfig> acestep() {
        Optional<URI> baseUrl = settings.optional(Key.ACESTEP_BASE_URL, ADDRESS);
        Optional<String> apiKey = settings.optional(Key.ACESTEP_API_KEY, SECRET);
        warnIfUseless(Key.ACESTEP_API_KEY, Key.ACESTEP_BASE_URL);
        return baseUrl.flatMap(address -> made(Key.ACESTEP_BASE_URL, () -> new AcestepConfig(address, apiKey)));
    }

    private <T> Optional<T> account(Key apiKey, Key baseUrl, BiFunction<String, URI, T> constructor) {
        Optional<String> key = settings.optional(apiKey, SECRET);
        URI address = settings.required(baseUrl, ADDRESS);
        warnIfUseless(baseUrl, apiKey);
        return key.flatMap(secret -> made(baseUrl, () -> constructor.apply(secret, address)));
    }

    /** The record may be stricter than we are, as the HTTP library of its provider is. */
    private <T> Optional<T> made(Key baseUrl, Supplier<T> constructor) {
        try {
            return Optional.of(constructor.get());
        } catch (IllegalArgumentException e) {
            settings.refuse(baseUrl, "it " + e.getMessage());
            return Optional.empty();
        }
    }

    private void warnIfUseless(Key key, Key needed) {
        if (settings.setting(needed).isEmpty() && !guildsMayUse(key) && !isDefault(key)) {
            settings.warn(key + " is set and has no effect without " + needed + ".");
        }
    }

    /** A guild's own key may be all that an address is for. */
    private boolean guildsMayUse(Key key) {
        boolean canEnterKeys = settings.setting(Key.SECRETS_KEY).isPresent()
                || settings.setting(Key.SECRETS_KEY_FILE).isPresent();
        return canEnterKeys && key != Key.ACESTEP_API_KEY;
    }

    private boolean isDefault(Key key) {
        return settings.setting(key).map(Setting::text).or(key::defaultText).equals(key.defaultText());
    }
}
