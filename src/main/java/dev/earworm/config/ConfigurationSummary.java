package dev.earworm.config;

import dev.earworm.discord.OutsideConfig;
import dev.earworm.providers.acestep.AcestepConfig;
import dev.earworm.providers.aigateway.AigatewayConfig;
import dev.earworm.providers.aimlapi.AimlapiConfig;
import dev.earworm.providers.apiframe.ApiframeConfig;
import dev.earworm.providers.elevenlabs.ElevenLabsConfig;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What will be used, a line for each key; of a secret only whether it is set. */
public final class ConfigurationSummary {
    private static final String UNSET = "not set";

    private static final String UNUSED = "not used";

    private final Configuration configuration;
    private final ProvidersConfig providers;

    public ConfigurationSummary(Configuration configuration) {
        this.configuration = configuration;
        this.providers = configuration.providers();
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
            case DISCORD_COMMANDS -> configuration.discord().commands().toString();
            case DISCORD_DIRECT_MESSAGES -> outside(OutsideConfig.DIRECT_MESSAGES);
            case DISCORD_USER_INSTALL -> outside(OutsideConfig.USER_INSTALL);
            case MUSIC_PROVIDER -> configuration.defaultProvider();
            case MUSIC_FALLBACK ->
                configuration.music().fallback().isEmpty()
                        ? "none"
                        : String.join(", ", configuration.music().fallback());
            case MUSIC_PRICES -> prices();
            case ELEVENLABS_API_KEY -> secret(providers.elevenLabs());
            case ELEVENLABS_BASE_URL -> address(providers.elevenLabs().map(ElevenLabsConfig::baseUrl));
            case ELEVENLABS_KEEP_SONGS -> keptSongs();
            case AIMLAPI_API_KEY -> secret(providers.aimlapi());
            case AIMLAPI_BASE_URL -> address(providers.aimlapi().map(AimlapiConfig::baseUrl));
            case APIFRAME_API_KEY -> secret(providers.apiframe());
            case APIFRAME_BASE_URL -> address(providers.apiframe().map(ApiframeConfig::baseUrl));
            case AIGATEWAY_API_KEY -> secret(providers.aigateway());
            case AIGATEWAY_BASE_URL -> address(providers.aigateway().map(AigatewayConfig::baseUrl));
            case ACESTEP_BASE_URL -> address(providers.acestep().map(AcestepConfig::baseUrl));
            case ACESTEP_API_KEY -> secret(providers.acestep().flatMap(AcestepConfig::apiKey));
            case SYNTH_SOUNDFONT ->
                providers.synth().soundfont().map(Path::toString).orElse("built in");
            case DATABASE_URL -> configuration.database().place();
            case DATABASE_USER -> configuration.database().user().orElse(UNSET);
            case DATABASE_PASSWORD -> secret(configuration.database().password());
            case DATA_DIR -> configuration.dataDirectory().toString();
            case DATA_MIN_FREE_MB -> String.valueOf(configuration.ops().minimumFreeMegabytes());
            case QUOTA_DAILY_SONGS -> String.valueOf(configuration.quota().dailySongs());
            case QUOTA_DAILY_SECONDS -> String.valueOf(configuration.quota().dailySeconds());
            case QUOTA_CONCURRENT_SONGS -> String.valueOf(configuration.quota().concurrentSongs());
            case BUDGET_DAILY_USD -> ceiling(configuration.budget().dailyUsd());
            case BUDGET_MONTHLY_USD -> ceiling(configuration.budget().monthlyUsd());
            case HTTP_PORT -> String.valueOf(configuration.http().port());
            case HTTP_ADDRESS -> configuration.http().address().orElse("all");
            case HTTP_PUBLIC_URL ->
                configuration.http().publicUrl().map(URI::toString).orElse(UNSET);
            case HTTP_ALLOW_PRIVATE_ADDRESSES ->
                String.valueOf(configuration.fetch().allowPrivateAddresses());
            case LOG_FORMAT -> configuration.logFormat().name().toLowerCase(Locale.ROOT);
            case LOG_LEVEL -> configuration.ops().logLevel().name().toLowerCase(Locale.ROOT);
            case STOP_DRAIN_SECONDS ->
                String.valueOf(configuration.ops().drain().toSeconds());
        };
    }

    private static String ceiling(Optional<BigDecimal> dollars) {
        return dollars.map(amount -> "$" + amount.toPlainString()).orElse("no ceiling");
    }

    private String outside(OutsideConfig place) {
        return String.valueOf(configuration.discord().outside().contains(place));
    }

    private String prices() {
        String own = configuration.music().prices().own().entrySet().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        return own.isEmpty() ? "as published" : own;
    }

    private String keptSongs() {
        return providers
                .elevenLabs()
                .map(account -> switch (account.keeping()) {
                    case KEPT -> "true";
                    case NOT_KEPT -> "false";
                })
                .orElse(UNUSED);
    }

    private static String secret(Optional<?> secret) {
        return secret.isPresent() ? "set" : UNSET;
    }

    private static String address(Optional<URI> address) {
        return address.map(URI::toString).orElse(UNUSED);
    }
}
