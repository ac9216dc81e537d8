package dev.earworm.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
    /** By default the first provider that has a key, else the built-in synthesizer. */
    MUSIC_PROVIDER("music.provider"),
    ELEVENLABS_API_KEY("elevenlabs.api-key"),
    ELEVENLABS_BASE_URL("elevenlabs.base-url", "https://api.elevenlabs.io"),
    AIMLAPI_API_KEY("aimlapi.api-key"),
    AIMLAPI_BASE_URL("aimlapi.base-url", "https://api.aimlapi.com"),
    /** By default the instruments that are built in. */
    SYNTH_SOUNDFONT("synth.soundfont"),
    /** By default {@code earworm.db} in the data folder. */
    DATABASE_URL("database.url"),
    DATA_DIR("data.dir", "data"),
    QUOTA_DAILY_SONGS("quota.daily-songs", "10"),
    QUOTA_DAILY_SECONDS("quota.daily-seconds", "1800"),
    QUOTA_CONCURRENT_SONGS("quota.concurrent-songs", "3"),
    HTTP_PORT("http.port", "8080"),
    HTTP_ALLOW_PRIVATE_ADDRESSES("http.allow-private-addresses", "false"),
    LOG_FORMAT("log.format", "text");

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
