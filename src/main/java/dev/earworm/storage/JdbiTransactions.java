package dev.earworm.storage;

import dev.earworm.jobs.Transactions;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** JDBI keeps the open transaction with the thread; everything that asks it for a handle on that thread takes part. */
final class JdbiTransactions implements Transactions {
    private final Jdbi jdbi;

    JdbiTransactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        return jdbi.inTransaction(_ -> work.get());
    }
}
