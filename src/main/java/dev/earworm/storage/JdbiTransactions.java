package dev.earworm.storage;

import dev.earworm.jobs.Transactions;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** JDBI keeps the open transaction with the thread; everything that asks for a connection on that thread takes part. */
final class JdbiTransactions implements Transactions {
    private final Jdbi jdbi;
    private final Connections connections;

    JdbiTransactions(Jdbi jdbi, Connections connections) {
        this.jdbi = jdbi;
        this.connections = connections;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        return jdbi.inTransaction(handle -> connections.joining(handle.getConnection(), work));
    }
}
