package dev.earworm.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * A pool whose connections take part in the transaction that is open on their thread, so that a library with SQL of its
 * own does.
 *
 * <p>A thread that is being stopped gets its connection all the same: what it has left to write may be the result of
 * something that was paid for, or posted.
 */
final class Connections extends HikariDataSource {
    private final ScopedValue<Connection> joined = ScopedValue.newInstance();
    private final Gate gate;

    /** @param gate says no while this process may not write */
    Connections(HikariConfig config, Gate gate) {
        super(config);
        this.gate = gate;
    }

    /** What everybody passes who wants a connection. */
    @FunctionalInterface
    interface Gate {
        void pass() throws SQLException;
    }

    /** Does the work with this connection for everybody who asks for one on this thread. */
    <T> T joining(Connection connection, Supplier<T> work) {
        return ScopedValue.where(joined, keptOpen(connection)).call(work::get);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return joined.isBound() ? joined.get() : evenWhenInterrupted();
    }

    private Connection evenWhenInterrupted() throws SQLException {
        boolean isInterrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    gate.pass();
                    return super.getConnection();
                } catch (SQLException e) {
                    if (!Thread.interrupted()) {
                        throw e;
                    }
                    isInterrupted = true;
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whoever began the transaction closes its connection. */
    private static Connection keptOpen(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
