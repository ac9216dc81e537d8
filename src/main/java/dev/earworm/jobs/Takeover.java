package dev.earworm.jobs;

import dev.earworm.music.JobId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Makes the executions that another process left, or that were named for another number of shards, this one's.
 *
 * <p>A bot changes its number of shards while none of its processes runs; then each new one takes those of its shards.
 */
final class Takeover {
    private final DataSource dataSource;
    private final ShardTasks names;

    Takeover(DataSource dataSource, ShardTasks names) {
        this.dataSource = dataSource;
        this.names = names;
    }

    private record Left(String name, String id, boolean isPicked) {}

    /** Returns how many songs go on here that had been begun. */
    int run() {
        List<String> own = names.own();
        int songs = 0;
        for (Left left : all()) {
            if (!own.contains(left.name())) {
                songs += adopted(left).map(name -> release(left, name)).orElse(0);
            } else if (left.isPicked()) {
                songs += release(left, left.name());
            }
        }
        return songs;
    }

    private Optional<String> adopted(Left left) {
        return JobId.isValid(left.id()) ? names.adopted(left.name(), new JobId(left.id())) : Optional.empty();
    }

    private List<Left> all() {
        List<Left> all = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM scheduled_tasks")) {
            while (rows.next()) {
                all.add(new Left(
                        rows.getString("task_name"), rows.getString("task_instance"), rows.getBoolean("picked")));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("running songs could not be looked up", e);
        }
    }

    private int release(Left left, String name) {
        String sql = "UPDATE scheduled_tasks SET task_name = ?, picked = ?, picked_by = NULL, last_heartbeat = NULL,"
                + " version = version + 1 WHERE task_name = ? AND task_instance = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setBoolean(2, false);
            statement.setString(3, left.name());
            statement.setString(4, left.id());
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("running songs could not be taken over", e);
        }
    }
}
