package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.drafts.Draft;
import dev.earworm.drafts.SongForm;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import dev.earworm.storage.Database;
import dev.earworm.storage.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftCleanUpTest {
    private static final Account ALICE = new Account(new GuildId(1), new UserId(2));

    @TempDir
    private Path data;

    @Test
    void aStartForgetsDraftsThatNobodyTouchedForAWeekAndNoOthers() throws StartFailure {
        Instant now = Instant.now();
        Draft old = draft(now);
        Draft young = draft(now);
        try (Database database = database()) {
            database.drafts().add(old, now.minus(Draft.LIFE).minusSeconds(1));
            database.drafts().add(young, now.minus(Draft.LIFE).plus(Duration.ofHours(1)));
        }

        try (FrontDoor bot = FrontDoor.open(data)) {
            bot.stop();
        }

        try (Database database = database()) {
            assertThat(database.drafts().find(old.song())).isEmpty();
            assertThat(database.drafts().find(young.song())).contains(young);
        }
    }

    private static Draft draft(Instant now) {
        return new Draft.Typed(JobId.next(now), ALICE, SongForm.EMPTY);
    }

    private Database database() {
        return Database.open(Engine.usual().in(data));
    }
}
