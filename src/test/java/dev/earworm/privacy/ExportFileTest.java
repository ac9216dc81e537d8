package dev.earworm.privacy;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earworm.drafts.Draft;
import dev.earworm.drafts.SongForm;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.library.FinishedSongs;
import dev.earworm.music.JobId;
import dev.earworm.music.Usd;
import dev.earworm.quota.QuotaDay;
import dev.earworm.storage.Database;
import dev.earworm.storage.DatabaseConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFileTest {
    private static final JobId SONG = JobId.next(NOON);

    @TempDir
    private Path folder;

    @Test
    void everyFieldIsExplainedAndNothingElse() throws IOException {
        JsonNode file = export();
        Set<String> fields = new TreeSet<>();
        file.fieldNames().forEachRemaining(fields::add);
        for (String list : List.of("songs", "quota", "decisions", "drafts")) {
            assertThat(file.path(list)).hasSize(1);
            file.path(list).get(0).fieldNames().forEachRemaining(field -> fields.add(list + "." + field));
        }
        fields.remove("whatFieldsMean");
        Set<String> explained = new TreeSet<>();
        file.path("whatFieldsMean").fieldNames().forEachRemaining(explained::add);

        assertThat(explained).isEqualTo(fields);
    }

    @Test
    void aPersonReadsTheirWordsAndWhereTheirSongsAreButNoSecret() throws IOException {
        JsonNode file = export();

        JsonNode song = file.path("songs").get(0);
        assertThat(file.path("user").asText()).isEqualTo(ALICE.user().toString());
        assertThat(song.path("prompt").asText()).isEqualTo("a calm river");
        assertThat(song.path("askedAt").asText()).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(song.path("length").asText()).isEqualTo("PT30S");
        assertThat(song.path("messages")).hasSize(2);
        assertThat(song.path("favourite").asBoolean()).isTrue();
        assertThat(file.path("drafts").get(0).path("content").path("lyrics").asText())
                .isEqualTo("la la");
        assertThat(file.path("quota").get(0).path("day").asText()).isEqualTo("2026-11-21");
        assertThat(file.toString()).doesNotContain("a-very-secret-token");
    }

    private JsonNode export() throws IOException {
        try (Database database = Database.open(new DatabaseConfig("jdbc:sqlite:" + folder.resolve("e.db")))) {
            PersonalSong song = new PersonalSong(
                    new FinishedSongs(database.jobs()).posted(ALICE, "a calm river", NOON),
                    true,
                    false,
                    List.of(new PostedAt(new ChannelId(1), new MessageId(2))));
            return new ObjectMapper()
                    .readTree(ExportFile.of(
                            ALICE.user(),
                            List.of(song),
                            List.of(new PersonalReservation(
                                    SONG, ALICE.guild(), QuotaDay.of(NOON), 30, Usd.of("0.10"), "COMMITTED")),
                            List.of(new PersonalDecision(
                                    ALICE.guild(), "GRANTED", Optional.of("SONGS 5"), Optional.of(NOON))),
                            List.of(new PersonalDraft(
                                    new Draft.Typed(SONG, ALICE, new SongForm("a", "la la", "", "", "")), NOON)),
                            NOON));
        }
    }
}
