package dev.earworm.config;

import dev.earworm.discord.DiscordConfig;
import dev.earworm.music.MusicConfig;
import dev.earworm.music.PriceConfig;
import dev.earworm.ops.HttpConfig;
import dev.earworm.ops.LogFormatConfig;
import dev.earworm.providers.FetchConfig;
import dev.earworm.providers.aimlapi.AimlapiConfig;
import dev.earworm.providers.elevenlabs.ElevenLabsConfig;
import dev.earworm.providers.synth.SynthConfig;
import dev.earworm.quota.QuotaConfig;
import dev.earworm.storage.DatabaseConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Fills each part's record from the settings; what is wrong is noted there and replaced by the default. */
final class ConfigurationAssembly {
    private static final ValueFormat<String> SECRET = new SecretFormat();
    private static final ValueFormat<URI> ADDRESS = new AddressFormat();
    private static final ValueFormat<Integer> COUNT = new WholeNumberFormat(0, 1_000_000);
    private static final ValueFormat<Integer> PORT = new WholeNumberFormat(0, 65_535);
    private static final ValueFormat<String> PROVIDER =
            ChoiceFormat.of("elevenlabs", "elevenlabs").or("aimlapi", "aimlapi").or("synth", "synth");
    private static final ValueFormat<Boolean> TRUTH =
            ChoiceFormat.of("true", true).or("false", false);
    private static final ValueFormat<LogFormatConfig> LOG_FORMAT =
            ChoiceFormat.of("text", LogFormatConfig.TEXT).or("json", LogFormatConfig.JSON);

    /** What each provider cannot work without; the synthesizer is built in. */
    private static final Map<String, Key> API_KEYS =
            Map.of("elevenlabs", Key.ELEVENLABS_API_KEY, "aimlapi", Key.AIMLAPI_API_KEY);

    private final Settings settings;

    private ConfigurationAssembly(Settings settings) {
        this.settings = settings;
    }

    static Configuration assemble(Settings settings) {
        return new ConfigurationAssembly(settings).assemble();
    }

    private Configuration assemble() {
        Path dataDirectory = settings.required(Key.DATA_DIR, PathFormat.FOLDER);
        return new Configuration(
                dataDirectory,
                discord(),
                music(),
                provider(Key.ELEVENLABS_API_KEY, Key.ELEVENLABS_BASE_URL, ElevenLabsConfig::new),
                provider(Key.AIMLAPI_API_KEY, Key.AIMLAPI_BASE_URL, AimlapiConfig::new),
                new SynthConfig(settings.optional(Key.SYNTH_SOUNDFONT, PathFormat.FILE)),
                database(dataDirectory),
                quota(),
                new HttpConfig(settings.required(Key.HTTP_PORT, PORT)),
                new FetchConfig(settings.required(Key.HTTP_ALLOW_PRIVATE_ADDRESSES, TRUTH)),
                settings.required(Key.LOG_FORMAT, LOG_FORMAT));
    }

    private DiscordConfig discord() {
        return new DiscordConfig(
                settings.optional(Key.DISCORD_TOKEN, SECRET),
                withSlash(settings.required(Key.DISCORD_API_URL, ADDRESS)),
                settings.required(Key.DISCORD_SHARDS, new ShardsFormat()));
    }

    /** Addresses are resolved against this one, which would drop a last part without a slash. */
    private static URI withSlash(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? address : URI.create(text + "/");
    }

    private MusicConfig music() {
        Optional<String> provider = settings.optional(Key.MUSIC_PROVIDER, PROVIDER);
        provider.map(API_KEYS::get).ifPresent(this::needKey);
        return new MusicConfig(provider, List.of(), PriceConfig.published());
    }

    private void needKey(Key apiKey) {
        if (settings.setting(apiKey).isEmpty()) {
            settings.refuse(Key.MUSIC_PROVIDER, "that needs " + apiKey + ", which is not set");
        }
    }

    private <T> Optional<T> provider(Key apiKey, Key baseUrl, BiFunction<String, URI, T> constructor) {
        Optional<String> key = settings.optional(apiKey, SECRET);
        URI address = settings.required(baseUrl, ADDRESS);
        if (settings.setting(apiKey).isEmpty() && !isDefault(baseUrl)) {
            settings.warn(baseUrl + " is set and has no effect without " + apiKey + ".");
        }
        return key.flatMap(secret -> provider(secret, baseUrl, address, constructor));
    }

    /** The record may be stricter than we are, as the HTTP library of its provider is. */
    private <T> Optional<T> provider(String secret, Key baseUrl, URI address, BiFunction<String, URI, T> constructor) {
        try {
            return Optional.of(constructor.apply(secret, address));
        } catch (IllegalArgumentException e) {
            settings.refuse(baseUrl, "it " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isDefault(Key key) {
        return settings.setting(key).map(Setting::text).or(key::defaultText).equals(key.defaultText());
    }

    private DatabaseConfig database(Path dataDirectory) {
        return new DatabaseConfig(settings.optional(Key.DATABASE_URL, new DatabaseFormat())
                .orElseGet(() -> "jdbc:sqlite:" + dataDirectory.resolve("earworm.db")));
    }

    private QuotaConfig quota() {
        return new QuotaConfig(
                settings.required(Key.QUOTA_DAILY_SONGS, COUNT),
                settings.required(Key.QUOTA_DAILY_SECONDS, COUNT),
                settings.required(Key.QUOTA_CONCURRENT_SONGS, COUNT));
    }
}
