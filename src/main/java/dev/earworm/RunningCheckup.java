package dev.earworm;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.earworm.discord.command.InstanceCheckup;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Providers;
import dev.earworm.storage.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How this process is. Providers are asked at most once a minute, however many admins want to know. */
final class RunningCheckup implements InstanceCheckup {
    private static final Logger LOG = LoggerFactory.getLogger(RunningCheckup.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private final Database database;
    private final Path dataDirectory;
    private final Providers providers;
    private final LoadingCache<Boolean, SequencedMap<String, AccountStatus>> accounts =
            Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).build(_ -> ask());

    RunningCheckup(Database database, Path dataDirectory, Providers providers) {
        this.database = database;
        this.dataDirectory = dataDirectory;
        this.providers = providers;
    }

    @Override
    public String version() {
        return Version.number();
    }

    @Override
    public boolean databaseAnswers() {
        try {
            return database.isWell();
        } catch (RuntimeException e) {
            LOG.warn("the database does not answer", e);
            return false;
        }
    }

    @Override
    public boolean hasRoom() {
        try {
            return DiskSpace.of(dataDirectory).isEnough();
        } catch (IOException e) {
            LOG.warn("nobody knows how much room there is at {}", dataDirectory, e);
            return false;
        }
    }

    @Override
    public SequencedMap<String, AccountStatus> accounts() {
        return accounts.get(true);
    }

    private SequencedMap<String, AccountStatus> ask() throws InterruptedException {
        List<MusicProvider> all = providers.all().toList();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<AccountStatus>> answers = threads.invokeAll(
                    all.stream().map(RunningCheckup::question).toList(), PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            SequencedMap<String, AccountStatus> statuses = new LinkedHashMap<>();
            for (int i = 0; i < all.size(); i++) {
                statuses.put(all.get(i).name(), answer(answers.get(i)));
            }
            return statuses;
        } finally {
            // Not close(): that would wait for one that does not heed the interrupt.
            threads.shutdownNow();
        }
    }

    private static Callable<AccountStatus> question(MusicProvider provider) {
        return provider::account;
    }

    private static AccountStatus answer(Future<AccountStatus> answer) {
        return switch (answer.state()) {
            case SUCCESS -> answer.resultNow();
            case FAILED -> {
                LOG.error("a provider's account could not be asked for", answer.exceptionNow());
                yield new AccountStatus.Unusable(new ProviderFailure.Internal("a fault of ours"));
            }
            case CANCELLED, RUNNING ->
                new AccountStatus.Unusable(
                        new ProviderFailure.Unavailable("no answer within " + PATIENCE.toSeconds() + " s"));
        };
    }
}
