package dev.earworm.storage;

import dev.earworm.jobs.Transactions;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** JDBI keeps the open transaction with the thread; everything that asks for a connection on that thread takes part. */
final class JdbiTransactions implements Transactions {
    private final Jdbi jdbi;
    private final Connections connections;
    private final Turns turns;

    JdbiTransactions(Jdbi jdbi, Connections connections, Turns turns) {
        this.jdbi = jdbi;
        this.connections = connections;
        this.turns = turns;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        return jdbi.inTransaction(handle -> {
            turns.take(handle, Turns.SONGS);
            return connections.joining(handle.getConnection(), work);
        });
    }
}
