package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.storage.Engine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators and members keep when a new version is started on what an old one left behind. */
class UpgradeTest {
    private static final Pattern RELEASED = Pattern.compile("(?m)^## Version (\\S+)$");

    @TempDir
    private Path folder;

    static List<Release> releases() throws IOException {
        return Release.all();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void songsOfAReleaseGoOnAndNothingOfThemIsLost(Release release) throws Exception {
        StagedProvider vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(30)), 1);
        release.atTheVendor().forEach(vendor::hasTaken);
        try (FrontDoor bot = FrontDoor.notYetOpen(Engine.SQLITE, folder.resolve("data"), vendor)) {
            release.into(bot, database());
            bot.start(PowerSwitch.never());

            bot.reads(bot.alice, "song", Map.of("prompt", "one too many"), "3 songs");
            bot.reads(bot.alice, "library", Map.of(), "a calm river");
            bot.reads(bot.alice, "queue", Map.of(), "rain on a tin roof", "bob's blues");

            vendor.finishesSongs();
            bot.eventually(() -> bot.tracks().size() == 2);
            assertThat(bot.tracks())
                    .extracting(track -> track.files().getFirst().name())
                    .containsExactlyInAnyOrder("rain-on-a-tin-roof.mp3", "bobs-blues.mp3");
            bot.reads(bot.alice, "library", Map.of(), "rain on a tin roof");
            bot.reads(bot.bob, "quota", Map.of(), "2 left");
            assertThat(bot.untold()).isZero();
            assertThat(vendor.prompts()).as("nothing is ordered twice").containsExactly("bob's blues");
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aMigrationThatWasReleasedIsNeverChanged(Release release) {
        Map<String, Integer> now = Arrays.stream(Flyway.configure()
                        .dataSource("jdbc:sqlite:" + folder.resolve("empty.db"), "", "")
                        .locations("classpath:db/sqlite")
                        .load()
                        .info()
                        .all())
                .collect(Collectors.toMap(MigrationInfo::getScript, MigrationInfo::getChecksum));

        assertThat(release.migrations())
                .isNotEmpty()
                .allSatisfy(migration -> assertThat(now)
                        .as("%s is in databases out there; a change of the schema is a new file", migration.file())
                        .containsEntry(migration.file(), migration.checksum()));
    }

    @Test
    void everyReleaseOfTheChangelogIsUpgradedFrom() throws IOException {
        List<String> released = RELEASED.matcher(Files.readString(Path.of("src", "docs", "CHANGELOG.md")))
                .results()
                .map(MatchResult::group)
                .map(heading -> heading.replace("## Version ", ""))
                .toList();

        assertThat(Release.all())
                .as("src/docs/releasing.md says how a release's database is made")
                .extracting(Release::version)
                .containsExactlyInAnyOrderElementsOf(released);
    }

    @Test
    void aDatabaseOfALaterVersionIsRefusedInASentenceAndLeftAsItIs() throws Exception {
        Map<String, String> environment =
                Map.of("DISCORD_TOKEN", "none.that-is.used", "DATA_DIR", folder.toString(), "HTTP_PORT", "0");
        StringWriter err = new StringWriter();
        assertThat(call(environment, "migrate", err)).isZero();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("earworm.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO flyway_schema_history SELECT 999, '999', 'later', 'SQL', 'V999__later.sql', 1,"
                            + " '', '2099-01-01 00:00:00.000', 1, 1");
        }
        byte[] before = Files.readAllBytes(folder.resolve("earworm.db"));

        assertThat(call(environment, "run", err)).isEqualTo(1);
        assertThat(err.toString())
                .contains("has a schema that this version does not know; use the version of Earworm that wrote it, or a"
                        + " newer one.");
        assertThat(Files.readAllBytes(folder.resolve("earworm.db"))).isEqualTo(before);
    }

    private static int call(Map<String, String> environment, String command, StringWriter err) {
        Console console = new Console(new PrintWriter(new StringWriter(), true), new PrintWriter(err, true));
        return Main.commandLine(Path.of(""), environment, console).execute(command);
    }

    private Path database() {
        return folder.resolve("data").resolve("earworm.db");
    }
}
