package dev.earworm;

import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Suggestion;
import dev.earworm.quota.QuotaConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Not a test: writes the {@link Release} of this version, for the versions after it. Run by its name when a version is
 * released; {@code src/docs/releasing.md} says when.
 */
class ReleaseDump {
    @TempDir
    private Path folder;

    @Test
    void write() throws Exception {
        StagedProvider vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(30)), 1);
        Path data = folder.resolve("data");
        try (FrontDoor bot = new FrontDoor(data, new QuotaConfig(10, 1800, 3), vendor)) {
            bot.start(PowerSwitch.never());
            songsInEveryState(bot, vendor);
            bot.goesDark();
            Files.writeString(
                    Release.FOLDER.resolve(version() + ".sql"), withoutNames(bot, dump(data.resolve("earworm.db"))));
        }
    }

    private static String version() throws IOException {
        return Files.readString(Path.of("pom.xml"))
                .replaceFirst("(?s).*?<artifactId>earworm</artifactId>\\s*<version>([^<]+)</version>.*", "$1");
    }

    private static void songsInEveryState(FrontDoor bot, StagedProvider vendor) {
        vendor.finishesSongs();
        bot.run(bot.alice, "song", Map.of("prompt", "a calm river"));
        bot.eventually(() -> bot.tracks().size() == 1);
        bot.run(bot.alice, "song", Map.of("prompt", "a secret waltz", "length", 20, "private", true, "seed", 7));
        bot.eventually(() -> bot.songs() == 2 && bot.untold() == 0);
        vendor.refusesNext(new ProviderFailure.ContentRefused(
                "bad_prompt", Optional.of(new Suggestion.OtherPrompt("a gentle river"))));
        bot.run(bot.alice, "song", Map.of("prompt", "a river like a famous band's"));
        bot.awaitNews(bot.alice);

        vendor.waits();
        bot.run(bot.alice, "song", Map.of("prompt", "rain on a tin roof"));
        bot.eventually(() -> bot.rendering() == 1);
        bot.reads(bot.bob, "song", Map.of("prompt", "bob's blues"), "bob's blues");
        bot.reads(bot.bob, "song", Map.of("prompt", "never mind"), "never mind");
        bot.run(bot.bob, "cancel", Map.of());
        bot.eventually(() -> bot.untold() == 2);
    }

    private static String withoutNames(FrontDoor bot, String dump) {
        return dump.replace(Long.toString(bot.home.id()), "{home}")
                .replace(Long.toString(bot.general.id()), "{general}")
                .replace(Long.toString(bot.alice.id()), "{alice}")
                .replace(Long.toString(bot.bob.id()), "{bob}")
                .replace("'" + LocalDate.now(ZoneOffset.UTC) + "'", "'{today}'");
    }

    private static String dump(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            StringBuilder text = new StringBuilder();
            for (String table : column(
                    connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
                rows(connection, table)
                        .forEach(row -> text.append("INSERT INTO ")
                                .append(table)
                                .append(" VALUES(")
                                .append(row)
                                .append(");\n"));
            }
            String schema = String.join(
                    ";\n",
                    column(
                            connection,
                            "SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type DESC"));
            return schema + ";\n" + text;
        }
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        String columns = column(connection, "SELECT name FROM pragma_table_info('" + table + "')").stream()
                .map("quote(\"%s\")"::formatted)
                .collect(Collectors.joining(" || ',' || "));
        return column(connection, "SELECT " + columns + " FROM " + table);
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
