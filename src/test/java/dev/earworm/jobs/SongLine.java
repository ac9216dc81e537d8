package dev.earworm.jobs;

import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.JobId;
import dev.earworm.music.PriceConfig;
import dev.earworm.music.ProviderFailure;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.storage.Database;
import dev.earworm.storage.DatabaseConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The core on a database, from acceptance to delivery, for those who count how many songs a second it moves: provider,
 * ffmpeg and Discord answer at once.
 */
public final class SongLine implements AutoCloseable {
    private static final int GUILDS = 10;
    private static final int MEMBERS = 100;

    private final SongWorkshop workshop;
    private final Dispatcher dispatcher;
    private final SongJob work;

    public SongLine(DatabaseConfig config, Path folder) {
        workshop = new SongWorkshop(
                Database.open(config), folder, List.of(), PriceConfig.published(), QuotaLimits.UNLIMITED);
        workshop.slots.learn(
                new ProviderAccount.Operators(JobFixtures.MODEL.provider()),
                new ProviderFailure.RateLimited("", Optional.empty(), OptionalInt.of(Integer.MAX_VALUE)));
        dispatcher = new Dispatcher(
                workshop.accounts,
                workshop.queue,
                workshop.slots,
                workshop.store,
                workshop.database.transactions(),
                Room.ENDLESS,
                ShardRange.WHOLE,
                _ -> {},
                workshop.clock);
        work = workshop.songJob();
    }

    /** Reserved, written down and in line; of a hundred members in ten guilds each in turn. */
    public JobId accept(int number) {
        return workshop.accepted(JobFixtures.order(JobFixtures.account(number % GUILDS, number % MEMBERS)));
    }

    /** Gives every waiting song its turn. */
    public List<JobId> dispatch() {
        List<JobId> started = new ArrayList<>();
        dispatcher.dispatch(new SongRunner() {
            @Override
            public boolean isAtWork(JobId id) {
                return false;
            }

            @Override
            public void start(JobId id) {
                started.add(id);
            }
        });
        return started;
    }

    /** From its turn to its delivery: each step read, done and written. */
    public void deliver(JobId id) throws InterruptedException {
        work.run(id);
        if (workshop.job(id).state() != JobState.DELIVERED) {
            throw new IllegalStateException(
                    "song " + id + " is " + workshop.job(id).state());
        }
    }

    @Override
    public void close() {
        workshop.close();
    }
}
