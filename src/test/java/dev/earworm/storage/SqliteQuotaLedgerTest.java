package dev.earworm.storage;

import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.Transactions;
import dev.earworm.quota.QuotaLedger;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteQuotaLedgerTest extends QuotaLedgerContract {
    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(new DatabaseConfig("jdbc:sqlite:" + folder.resolve("earworm.db")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    JobStore store() {
        return database.jobs();
    }

    @Override
    QuotaLedger ledger() {
        return database.ledger();
    }

    @Override
    Transactions transactions() {
        return database.transactions();
    }
}
