package dev.earworm.discord;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Every row of every table as a line of text, to see what an attack has changed. */
record Tables(DataSource source) {
    /** Each row as {@code job: one, two, …}. */
    Set<String> rows() {
        Set<String> rows = new HashSet<>();
        try (Connection connection = source.getConnection()) {
            for (String table : names(connection)) {
                read(connection, table, rows);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    private static List<String> names(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        List<String> names = new ArrayList<>();
        try (ResultSet tables = about.getTables(null, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static void read(Connection connection, String table, Set<String> rows) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int column : IntStream.rangeClosed(1, columns).toArray()) {
                    values.add(row.getString(column));
                }
                rows.add(table + ": " + values);
            }
        }
    }
}
