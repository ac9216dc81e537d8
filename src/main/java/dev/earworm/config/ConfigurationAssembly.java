package dev.earworm.config;

import dev.earworm.discord.DiscordConfig;
import dev.earworm.discord.OutsideConfig;
import dev.earworm.music.MusicConfig;
import dev.earworm.music.PriceConfig;
import dev.earworm.ops.HttpConfig;
import dev.earworm.ops.LogFormatConfig;
import dev.earworm.ops.LogLevelConfig;
import dev.earworm.ops.OpsConfig;
import dev.earworm.providers.FetchConfig;
import dev.earworm.quota.BudgetConfig;
import dev.earworm.quota.QuotaConfig;
import dev.earworm.storage.DatabaseConfig;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fills each part's record from the settings; what is wrong is noted there and replaced by the default. */
final class ConfigurationAssembly {
    private static final ValueFormat<String> SECRET = new SecretFormat();
    private static final ValueFormat<String> TEXT = new TextFormat();
    private static final ValueFormat<URI> ADDRESS = new AddressFormat();
    private static final ValueFormat<Integer> COUNT = new WholeNumberFormat(0, 1_000_000);
    private static final ValueFormat<Integer> PORT = new WholeNumberFormat(0, 65_535);
    private static final ValueFormat<BigDecimal> DOLLARS = new DollarsFormat();
    private static final ValueFormat<KnownProvider> PROVIDER = KnownProvider.format();
    private static final ValueFormat<Boolean> TRUTH =
            ChoiceFormat.of("true", true).or("false", false);
    private static final ValueFormat<LogFormatConfig> LOG_FORMAT =
            ChoiceFormat.of("text", LogFormatConfig.TEXT).or("json", LogFormatConfig.JSON);
    private static final ValueFormat<LogLevelConfig> LOG_LEVEL = ChoiceFormat.of("error", LogLevelConfig.ERROR)
            .or("warn", LogLevelConfig.WARN)
            .or("info", LogLevelConfig.INFO)
            .or("debug", LogLevelConfig.DEBUG)
            .or("trace", LogLevelConfig.TRACE);

    /** A song of ten minutes takes no longer than this to be made. */
    private static final ValueFormat<Integer> DRAIN = new WholeNumberFormat(0, 600);

    private final Settings settings;

    private ConfigurationAssembly(Settings settings) {
        this.settings = settings;
    }

    static Configuration assemble(Settings settings) {
        return new ConfigurationAssembly(settings).assemble();
    }

    private Configuration assemble() {
        Path dataDirectory = settings.required(Key.DATA_DIR, PathFormat.FOLDER);
        DiscordConfig discord = discord();
        MusicConfig music = music();
        HttpConfig http = http();
        return new Configuration(
                dataDirectory,
                discord,
                music,
                ProvidersAssembly.assemble(settings, http),
                database(dataDirectory),
                quota(),
                budget(),
                http,
                new FetchConfig(settings.required(Key.HTTP_ALLOW_PRIVATE_ADDRESSES, TRUTH)),
                settings.required(Key.LOG_FORMAT, LOG_FORMAT),
                ops());
    }

    private DiscordConfig discord() {
        return new DiscordConfig(
                settings.optional(Key.DISCORD_TOKEN, SECRET),
                withSlash(settings.required(Key.DISCORD_API_URL, ADDRESS)),
                settings.required(Key.DISCORD_SHARDS, new ShardsFormat()),
                settings.required(Key.DISCORD_COMMANDS, new CommandsFormat()),
                outside());
    }

    private Set<OutsideConfig> outside() {
        Set<OutsideConfig> outside = EnumSet.noneOf(OutsideConfig.class);
        if (settings.required(Key.DISCORD_DIRECT_MESSAGES, TRUTH)) {
            outside.add(OutsideConfig.DIRECT_MESSAGES);
        }
        if (settings.required(Key.DISCORD_USER_INSTALL, TRUTH)) {
            outside.add(OutsideConfig.USER_INSTALL);
        }
        return outside;
    }

    /** Addresses are resolved against this one, which would drop a last part without a slash. */
    private static URI withSlash(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? address : URI.create(text + "/");
    }

    private MusicConfig music() {
        Optional<KnownProvider> provider = settings.optional(Key.MUSIC_PROVIDER, PROVIDER);
        List<KnownProvider> fallback = settings.optional(Key.MUSIC_FALLBACK, new ListFormat<>(PROVIDER))
                .orElse(List.of());
        provider.ifPresent(chosen -> needSetUp(Key.MUSIC_PROVIDER, chosen));
        fallback.forEach(other -> needSetUp(Key.MUSIC_FALLBACK, other));
        return new MusicConfig(
                provider.map(KnownProvider::word),
                fallback.stream().map(KnownProvider::word).toList(),
                settings.optional(Key.MUSIC_PRICES, new PricesFormat(KnownProvider.words()))
                        .orElseGet(PriceConfig::published));
    }

    private void needSetUp(Key key, KnownProvider provider) {
        provider.need()
                .filter(need -> settings.setting(need).isEmpty())
                .ifPresent(need -> settings.refuse(key, provider.word() + " needs " + need + ", which is not set"));
    }

    /** Where user or password stand in the address, too, those of their own keys count. */
    private DatabaseConfig database(Path dataDirectory) {
        DatabaseConfig database = settings.optional(Key.DATABASE_URL, new DatabaseFormat())
                .orElseGet(() -> new DatabaseConfig("jdbc:sqlite:" + dataDirectory.resolve("earworm.db")));
        Optional<String> user = settings.optional(Key.DATABASE_USER, TEXT);
        Optional<String> password = settings.optional(Key.DATABASE_PASSWORD, TEXT);
        if (!database.isServer() && (user.isPresent() || password.isPresent())) {
            settings.warn("database.user and database.password have no effect: a SQLite file has neither.");
        }
        return database.withUser(user.or(database::user)).withPassword(password.or(database::password));
    }

    private QuotaConfig quota() {
        return new QuotaConfig(
                settings.required(Key.QUOTA_DAILY_SONGS, COUNT),
                settings.required(Key.QUOTA_DAILY_SECONDS, COUNT),
                settings.required(Key.QUOTA_CONCURRENT_SONGS, COUNT));
    }

    private OpsConfig ops() {
        return new OpsConfig(
                settings.required(Key.DATA_MIN_FREE_MB, COUNT),
                Duration.ofSeconds(settings.required(Key.STOP_DRAIN_SECONDS, DRAIN)),
                settings.required(Key.LOG_LEVEL, LOG_LEVEL));
    }

    private BudgetConfig budget() {
        Optional<BigDecimal> daily = settings.optional(Key.BUDGET_DAILY_USD, DOLLARS);
        Optional<BigDecimal> monthly = settings.optional(Key.BUDGET_MONTHLY_USD, DOLLARS);
        if (daily.isPresent() && monthly.isPresent() && daily.get().compareTo(monthly.get()) > 0) {
            settings.refuse(
                    Key.BUDGET_DAILY_USD, "a day may not cost more than the month, see " + Key.BUDGET_MONTHLY_USD);
        }
        return new BudgetConfig(daily, monthly);
    }

    private HttpConfig http() {
        return new HttpConfig(
                settings.required(Key.HTTP_PORT, PORT),
                settings.optional(Key.HTTP_PUBLIC_URL, new PublicAddressFormat()),
                settings.required(Key.HTTP_ADDRESS, new HostFormat()));
    }
}
