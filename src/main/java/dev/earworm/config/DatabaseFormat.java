package dev.earworm.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The JDBC address of a SQLite file. Others may hold a password, so only the kind of database is shown. */
record DatabaseFormat() implements ValueFormat<String> {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    @Override
    public Parsed<String> parse(String text) {
        if (text.startsWith(POSTGRESQL)) {
            return new Refused<>("PostgreSQL is not in this version yet, allowed is jdbc:sqlite:FILE");
        }
        if (text.startsWith(SQLITE) && isFile(text.substring(SQLITE.length()))) {
            return new Accepted<>(text);
        }
        return new Refused<>("allowed is jdbc:sqlite:FILE");
    }

    /** SQLite also takes {@code :memory:}, {@code file:} and parameters; in memory, accepted songs would be forgotten. */
    private static boolean isFile(String name) {
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
            return false;
        }
        try {
            return !Files.isDirectory(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public String shown(String text) {
        if (text.startsWith(SQLITE)) {
            return Quoted.of(text);
        }
        int kind = text.indexOf(':', text.indexOf(':') + 1);
        return kind < 0 ? "a text that is not shown here" : Quoted.of(text.substring(0, kind + 1) + "…");
    }
}
