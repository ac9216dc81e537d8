package dev.earworm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A database as a released version left it behind when its power was cut: a dump that its own program wrote, with songs in
 * every state. Members and places are those of whoever opens it.
 */
record Release(Path dump) {
    static final Path FOLDER = Path.of("src", "test", "resources", "releases");

    private static final Pattern APPLIED = Pattern.compile(
            "INSERT INTO flyway_schema_history VALUES\\(\\d+,'[^']+','[^']+','SQL','([^']+)',(-?\\d+),");
    private static final Pattern RENDERING = Pattern.compile("'RENDERING'.*?'(staged-[^']+)'");

    static List<Release> all() throws IOException {
        try (Stream<Path> dumps = Files.list(FOLDER)) {
            return dumps.sorted().map(Release::new).toList();
        }
    }

    /** Such as {@code 0.1.0}. */
    String version() {
        return dump.getFileName().toString().replace(".sql", "");
    }

    /** The files that had made its schema, with their checksums. */
    List<Migration> migrations() {
        return found(APPLIED)
                .map(row -> new Migration(row.group(1), Integer.parseInt(row.group(2))))
                .toList();
    }

    record Migration(String file, int checksum) {}

    /** The ids by which the vendor knows the songs that it was making. */
    List<String> atTheVendor() {
        return found(RENDERING).map(row -> row.group(1)).toList();
    }

    private Stream<MatchResult> found(Pattern pattern) {
        return pattern.matcher(text()).results();
    }

    /** Puts it where the bot looks for its database. */
    void into(FrontDoor bot, Path file) throws IOException, SQLException {
        Files.createDirectories(file.getParent());
        String statements = text().replace("{home}", Long.toString(bot.home.id()))
                .replace("{general}", Long.toString(bot.general.id()))
                .replace("{alice}", Long.toString(bot.alice.id()))
                .replace("{bob}", Long.toString(bot.bob.id()))
                .replace("{today}", LocalDate.now(ZoneOffset.UTC).toString());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
    }

    private String text() {
        try {
            return Files.readString(dump);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return version();
    }
}
