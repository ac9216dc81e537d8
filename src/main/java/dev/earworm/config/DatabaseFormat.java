package dev.earworm.config;

import dev.earworm.storage.DatabaseConfig;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC address of a SQLite file or a PostgreSQL server. User and password may stand in the latter, and are taken out of
 * it. Others may hold a password as well, so only the kind of database is shown.
 */
record DatabaseFormat() implements ValueFormat<DatabaseConfig> {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** Several servers of one database have commas between them (https://jdbc.postgresql.org/documentation/use/). */
    private static final Pattern SERVER = Pattern.compile("(jdbc:postgresql://[^/?#@\\s]*/[^/?#@\\s]+)(?:\\?(.*))?");

    private static final String ALLOWED = "allowed is jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE";

    @Override
    public Parsed<DatabaseConfig> parse(String text) {
        if (text.startsWith(POSTGRESQL)) {
            return server(text);
        }
        if (text.startsWith(SQLITE) && isFile(text.substring(SQLITE.length()))) {
            return new Accepted<>(new DatabaseConfig(text));
        }
        return new Refused<>(ALLOWED);
    }

    private static Parsed<DatabaseConfig> server(String text) {
        Matcher server = SERVER.matcher(text);
        if (server.matches()) {
            return parameters(server.group(2))
                    .<Parsed<DatabaseConfig>>map(found -> new Accepted<>(found.in(server.group(1))))
                    .orElseGet(
                            () -> new Refused<>("what follows the ? is no list of parameters, as user=bot&ssl=true"));
        }
        return new Refused<>(
                text.contains("@")
                        ? "a user and a password go to database.user and database.password, not before an @"
                        : ALLOWED);
    }

    private static Optional<Parameters> parameters(@Nullable String text) {
        try {
            return Optional.of(Parameters.of(text == null ? "" : text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Written as in any address, and read as the driver does it. */
    private record Parameters(Optional<String> user, Optional<String> password, List<String> others) {
        static Parameters of(String text) {
            Map<String, String> values = new LinkedHashMap<>();
            for (String parameter : text.split("&")) {
                int sign = parameter.indexOf('=');
                values.put(parameter, URLDecoder.decode(parameter.substring(sign + 1), StandardCharsets.UTF_8));
            }
            return new Parameters(
                    value(values, "user="),
                    value(values, "password="),
                    values.keySet().stream()
                            .filter(one -> !one.matches("(user=|password=).*|"))
                            .toList());
        }

        private static Optional<String> value(Map<String, String> values, String name) {
            return values.entrySet().stream()
                    .filter(one -> one.getKey().startsWith(name))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        DatabaseConfig in(String place) {
            String url = others.isEmpty() ? place : place + "?" + String.join("&", others);
            return new DatabaseConfig(url).withUser(user).withPassword(password);
        }
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
