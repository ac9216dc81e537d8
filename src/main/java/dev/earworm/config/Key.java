package dev.earworm.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Everything an operator can set. Each constant is named as its environment variable.
 *
 * <p>To add a key: a constant here, a line in {@code config/earworm.yaml}, a line in {@link ConfigurationSummary}, and its
 * reading in {@link ConfigurationAssembly}; tests and the compiler ask for each.
 */
public enum Key {
    /** The bot's token; the only key that {@code run} cannot do without. */
    DISCORD_TOKEN("discord.token"),
    DISCORD_API_URL("discord.api-url", "https://discord.com/api/v10/"),
    DISCORD_SHARDS("discord.shards", "auto"),
    /** A list, unless it is the default. */
    DISCORD_COMMANDS("discord.commands", "global"),
    DISCORD_DIRECT_MESSAGES("discord.direct-messages", "false"),
    DISCORD_USER_INSTALL("discord.user-install", "false"),
    /** By default the first provider that is set up, else the built-in synthesizer. */
    MUSIC_PROVIDER("music.provider"),
    /** A list, as is the next one. */
    MUSIC_FALLBACK("music.fallback"),
    MUSIC_PRICES("music.prices"),
    ELEVENLABS_API_KEY("elevenlabs.api-key"),
    ELEVENLABS_BASE_URL("elevenlabs.base-url", "https://api.elevenlabs.io"),
    ELEVENLABS_KEEP_SONGS("elevenlabs.keep-songs", "false"),
    AIMLAPI_API_KEY("aimlapi.api-key"),
    AIMLAPI_BASE_URL("aimlapi.base-url", "https://api.aimlapi.com"),
    APIFRAME_API_KEY("apiframe.api-key"),
    APIFRAME_BASE_URL("apiframe.base-url", "https://api.apiframe.ai"),
    AIGATEWAY_API_KEY("aigateway.api-key"),
    AIGATEWAY_BASE_URL("aigateway.base-url", "https://api.aigateway.sh"),
    /** A server of the operator's own, so there is no default. */
    ACESTEP_BASE_URL("acestep.base-url"),
    ACESTEP_API_KEY("acestep.api-key"),
    /** By default the instruments that are built in. */
    SYNTH_SOUNDFONT("synth.soundfont"),
    /** By default {@code earworm.db} in the data folder. */
    DATABASE_URL("database.url"),
    /** Of a server, as is the password; by default whoever runs the program. */
    DATABASE_USER("database.user"),
    DATABASE_PASSWORD("database.password"),
    DATA_DIR("data.dir", "data"),
    /** In mebibytes. */
    DATA_MIN_FREE_MB("data.min-free-mb", "200"),
    QUOTA_DAILY_SONGS("quota.daily-songs", "10"),
    QUOTA_DAILY_SECONDS("quota.daily-seconds", "1800"),
    QUOTA_CONCURRENT_SONGS("quota.concurrent-songs", "3"),
    /** US dollars; without one there is no ceiling, as with the next one. */
    BUDGET_DAILY_USD("budget.daily-usd"),
    BUDGET_MONTHLY_USD("budget.monthly-usd"),
    HTTP_PORT("http.port", "8080"),
    HTTP_ADDRESS("http.address", "all"),
    /** Without it no provider is asked to call back. */
    HTTP_PUBLIC_URL("http.public-url"),
    HTTP_ALLOW_PRIVATE_ADDRESSES("http.allow-private-addresses", "false"),
    LOG_FORMAT("log.format", "text"),
    LOG_LEVEL("log.level", "info"),
    STOP_DRAIN_SECONDS("stop.drain-seconds", "20");

    private static final Set<Key> LISTS = EnumSet.of(DISCORD_COMMANDS, MUSIC_FALLBACK, MUSIC_PRICES);

    private final String path;
    private final Optional<String> defaultText;

    Key(String path) {
        this.path = path;
        this.defaultText = Optional.empty();
    }

    Key(String path, String defaultText) {
        this.path = path;
        this.defaultText = Optional.of(defaultText);
    }

    /** Its name in the file, as {@code discord.api-url}. */
    public String path() {
        return path;
    }

    /** Its environment variable, as {@code DISCORD_API_URL}. */
    public String environment() {
        return environmentOf(path);
    }

    /** What counts when nothing is set, as it would be written; empty where the default is not a fixed text. */
    public Optional<String> defaultText() {
        return defaultText;
    }

    /** Whether several values may be written for it: as a list in the file, with commas between them anywhere. */
    boolean isList() {
        return LISTS.contains(this);
    }

    static Optional<Key> at(String path) {
        return Arrays.stream(values()).filter(key -> key.path.equals(path)).findFirst();
    }

    static String environmentOf(String path) {
        return path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Both names, the file's first. */
    @Override
    public String toString() {
        return path + " (" + environment() + ")";
    }
}
