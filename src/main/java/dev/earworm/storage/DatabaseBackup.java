package dev.earworm.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Copies the SQLite file as it is at one moment, also while a bot writes to it. The copy gets its name when it is whole and
 * was read through; before, it is a file beside it that ends in {@code .part}.
 */
public final class DatabaseBackup {
    private DatabaseBackup() {}

    /** May take as long as reading and writing the whole file. Nobody waits for it. */
    public static BackupResult make(DatabaseConfig config, Path copy) {
        if (config.isServer()) {
            return new BackupResult.NoFile();
        }
        SqliteDialect original = new SqliteDialect(config);
        Path database = original.file();
        if (Files.exists(copy)) {
            return new BackupResult.InTheWay(copy);
        }
        if (Files.notExists(database)) {
            return new BackupResult.NothingThere(database);
        }
        try {
            return copied(original, copy.toAbsolutePath());
        } catch (FileAlreadyExistsException _) {
            return new BackupResult.InTheWay(copy);
        } catch (DatabaseFailure | IOException | SQLException e) {
            return new BackupResult.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static BackupResult copied(SqliteDialect original, Path copy) throws IOException, SQLException {
        Path folder = copy.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return new BackupResult.Failed("there is no folder " + folder);
        }
        // Readable by its owner alone from the first byte on: what members wrote is inside.
        Path part = Files.createTempFile(folder, copy.getFileName() + ".", ".part");
        try {
            copy(original.lookingOnly(), part);
            new SqliteDialect(part).readThrough();
            force(part);
            Files.move(part, copy);
            return new BackupResult.Made(copy, Files.size(copy));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A snapshot within one reading transaction, which takes an empty file (https://sqlite.org/lang_vacuum.html). */
    private static void copy(DataSource database, Path empty) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, empty.toString());
            statement.execute();
        }
    }
}
