package dev.earworm.config;

import dev.earworm.providers.aimlapi.AimlapiConfig;
import dev.earworm.providers.elevenlabs.ElevenLabsConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What will be used, a line for each key; of a secret only whether it is set. */
public final class ConfigurationSummary {
    private static final String UNSET = "not set";

    private final Configuration configuration;

    public ConfigurationSummary(Configuration configuration) {
        this.configuration = configuration;
    }

    public List<String> lines() {
        int widest = Arrays.stream(Key.values())
                .mapToInt(key -> key.path().length())
                .max()
                .orElseThrow();
        return Arrays.stream(Key.values())
                .map(key -> key.path() + " ".repeat(widest + 2 - key.path().length()) + value(key))
                .toList();
    }

    private String value(Key key) {
        return switch (key) {
            case DISCORD_TOKEN -> secret(configuration.discord().botToken());
            case DISCORD_API_URL -> configuration.discord().apiUrl().toString();
            case DISCORD_SHARDS -> configuration.discord().shards().toString();
            case MUSIC_PROVIDER -> configuration.defaultProvider();
            case ELEVENLABS_API_KEY -> secret(configuration.elevenLabs());
            case ELEVENLABS_BASE_URL -> address(configuration.elevenLabs().map(ElevenLabsConfig::baseUrl));
            case AIMLAPI_API_KEY -> secret(configuration.aimlapi());
            case AIMLAPI_BASE_URL -> address(configuration.aimlapi().map(AimlapiConfig::baseUrl));
            case SYNTH_SOUNDFONT ->
                configuration.synth().soundfont().map(Path::toString).orElse("built in");
            case DATABASE_URL -> configuration.database().url();
            case DATA_DIR -> configuration.dataDirectory().toString();
            case QUOTA_DAILY_SONGS -> String.valueOf(configuration.quota().dailySongs());
            case QUOTA_DAILY_SECONDS -> String.valueOf(configuration.quota().dailySeconds());
            case QUOTA_CONCURRENT_SONGS -> String.valueOf(configuration.quota().concurrentSongs());
            case HTTP_PORT -> String.valueOf(configuration.http().port());
            case HTTP_ALLOW_PRIVATE_ADDRESSES ->
                String.valueOf(configuration.fetch().allowPrivateAddresses());
            case LOG_FORMAT -> configuration.logFormat().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String secret(Optional<?> secret) {
        return secret.isPresent() ? "set" : UNSET;
    }

    private static String address(Optional<URI> address) {
        return address.map(URI::toString).orElse("not used");
    }
}
