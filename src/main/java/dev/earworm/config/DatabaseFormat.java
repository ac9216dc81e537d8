package dev.earworm.config;

import java.util.Locale;

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

    /** SQLite takes no name, or these, for a database in memory; it would forget accepted songs. */
    private static boolean isFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !name.isBlank()
                && !name.startsWith("?")
                && !lower.contains(":memory:")
                && !lower.contains("mode=memory");
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
