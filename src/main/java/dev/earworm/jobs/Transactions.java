package dev.earworm.jobs;

import java.util.function.Supplier;

/** Makes several writes one: all of them are on disk when it returns, or none when it throws. */
public interface Transactions {
    /** Calls of {@link JobStore} and the quota ledger on this thread take part; nothing outside may be called within. */
    <T> T inOne(Supplier<T> work);

    default void inOne(Runnable work) {
        inOne(() -> {
            work.run();
            return true;
        });
    }
}
