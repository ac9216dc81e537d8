package dev.earworm.providers.synth.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One {@code [name]} block of a data file: rows of {@code key: value}, lists separated by {@code |}, comments after a
 * number sign at the start of a line.
 */
public record TextTable(String name, List<Row> rows) {
    private static final String FOLDER = "/dev/earworm/providers/synth/";

    public record Row(String key, String value) {
        /** The value's parts between the bars, without the space around them. */
        public List<String> values() {
            return Arrays.stream(value.split("\\|", -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
    }

    public TextTable {
        rows = List.copyOf(rows);
    }

    /** The value of the first row with this key. */
    public Optional<Row> row(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** The blocks of a file that lies beside the composer's classes. */
    public static List<TextTable> read(String file) {
        try (InputStream stream = TextTable.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("no such data file: " + file);
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** @throws IllegalArgumentException naming the first line that is no header, row or comment */
    static List<TextTable> parse(Stream<String> lines) {
        List<TextTable> tables = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        String name = "";
        for (String line :
                lines.map(String::strip).filter(TextTable::hasMeaning).toList()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                addNamed(tables, name, rows);
                name = line.substring(1, line.length() - 1);
                rows = new ArrayList<>();
            } else {
                rows.add(parseRow(line));
            }
        }
        addNamed(tables, name, rows);
        return List.copyOf(tables);
    }

    private static boolean hasMeaning(String line) {
        return !line.isEmpty() && !line.startsWith("#");
    }

    private static void addNamed(List<TextTable> tables, String name, List<Row> rows) {
        if (!name.isEmpty()) {
            tables.add(new TextTable(name, rows));
        }
    }

    private static Row parseRow(String line) {
        int colon = line.indexOf(": ");
        if (colon <= 0) {
            throw new IllegalArgumentException("neither a header nor a row: " + line);
        }
        return new Row(
                line.substring(0, colon).strip(), line.substring(colon + 2).strip());
    }
}
