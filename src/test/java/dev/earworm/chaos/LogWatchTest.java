package dev.earworm.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogWatchTest {
    private static final String TIME = "2026-11-22T04:06:26.203Z ";

    @Test
    void anErrorThatNoFaultExplainsIsFound() {
        String log = TIME + "INFO  dev.earworm.Application [main] Earworm is ready\n"
                + TIME + "ERROR dev.earworm.jobs.JobListeners [song-0] somebody could not be told\n"
                + "    | java.lang.NullPointerException: Cannot invoke\n"
                + TIME + "INFO  dev.earworm.Application [main] on it goes\n";

        assertThat(LogWatch.unexpected(log))
                .singleElement()
                .asString()
                .contains("somebody could not be told", "NullPointerException")
                .doesNotContain("on it goes");
    }

    @Test
    void anErrorWhoseCauseIsAFaultFromOutsideIsNone() {
        String log = TIME + "ERROR dev.earworm.jobs.Dispatcher [dispatcher] waiting songs could not be looked at\n"
                + "    | org.jdbi.v3.core.ConnectionException\n"
                + "    | Caused by: org.sqlite.SQLiteException: [SQLITE_BUSY] The database file is locked\n";

        assertThat(LogWatch.unexpected(log)).isEmpty();
    }
}
