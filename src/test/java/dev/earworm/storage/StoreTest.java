package dev.earworm.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What stores must do, whatever the database: every test runs on each. */
@ParameterizedClass(name = "on {0}")
@EnumSource
abstract class StoreTest {
    @Parameter
    private Engine engine;

    @TempDir
    private Path folder;

    private DatabaseConfig config;

    Database database;

    @BeforeEach
    void begin() {
        config = engine.emptied(folder, getClass());
        open();
    }

    private void open() {
        database = Database.open(config);
    }

    @AfterEach
    void close() {
        database.close();
    }

    DatabaseConfig config() {
        return config;
    }

    /** As after the end of a process and the start of the next. */
    void restart() {
        close();
        open();
    }
}
