package dev.earworm;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Cuts the power at one committed write about songs: just before it reaches the disk, or just after. From then on the
 * program gets nothing written any more, as if its machine had gone dark.
 */
final class PowerSwitch implements UnaryOperator<DataSource> {
    /** On which side of the write. */
    enum Side {
        BEFORE,
        AFTER
    }

    private final int number;
    private final Side side;
    private final AtomicInteger writes = new AtomicInteger();
    private volatile boolean isCut;

    /** @param number the write that is cut, 1 is the first */
    PowerSwitch(int number, Side side) {
        this.number = number;
        this.side = side;
    }

    static PowerSwitch never() {
        return new PowerSwitch(0, Side.BEFORE);
    }

    boolean isCut() {
        return isCut;
    }

    void cut() {
        isCut = true;
    }

    int writes() {
        return writes.get();
    }

    @Override
    public DataSource apply(DataSource source) {
        return proxy(DataSource.class, (_, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                failIfCut();
                return connection((Connection) call(source, method, arguments));
            }
            return call(source, method, arguments);
        });
    }

    private Connection connection(Connection connection) {
        boolean[] isAboutSongs = {false};
        return proxy(Connection.class, (_, method, arguments) -> switch (method.getName()) {
            case "commit" -> {
                Object answer =
                        isAboutSongs[0] ? write(connection, method, arguments) : call(connection, method, arguments);
                isAboutSongs[0] = false;
                yield answer;
            }
            case "prepareStatement" -> {
                failIfCut();
                boolean writesSongs =
                        ((String) arguments[0]).matches("(?is)\\s*(UPDATE|INSERT INTO) (job|reservation).*");
                PreparedStatement statement = (PreparedStatement) call(connection, method, arguments);
                yield writesSongs ? statement(connection, statement, isAboutSongs) : statement;
            }
            default -> call(connection, method, arguments);
        });
    }

    private PreparedStatement statement(Connection connection, PreparedStatement statement, boolean[] isAboutSongs) {
        return proxy(PreparedStatement.class, (_, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            failIfCut();
            isAboutSongs[0] = !connection.getAutoCommit();
            return isAboutSongs[0] ? call(statement, method, arguments) : write(statement, method, arguments);
        });
    }

    private Object write(Object target, Method method, Object[] arguments) throws Throwable {
        boolean isTheOne = writes.incrementAndGet() == number;
        if (isTheOne && side == Side.BEFORE) {
            isCut = true;
        }
        failIfCut();
        Object answer = call(target, method, arguments);
        if (isTheOne) {
            isCut = true;
            failIfCut();
        }
        return answer;
    }

    @Override
    public String toString() {
        return side + " write " + number;
    }

    private void failIfCut() throws SQLException {
        if (isCut) {
            throw new SQLException("the power is cut");
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
