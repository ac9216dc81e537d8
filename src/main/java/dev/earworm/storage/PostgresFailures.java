package dev.earworm.storage;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What an operator can do about a server that cannot be used, by its error codes
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
final class PostgresFailures {
    private static final String STANDBY =
            "The database server at %s can only be read from; name the one that is written" + " to in database.url.";

    private final String place;
    private final String name;
    private final String hosts;
    private final String user;

    PostgresFailures(DatabaseConfig config, PGSimpleDataSource source) {
        place = config.place();
        user = Objects.requireNonNullElse(source.getUser(), System.getProperty("user.name"));
        name = Objects.requireNonNullElse(source.getDatabaseName(), user);
        hosts = hosts(source);
    }

    private static String hosts(PGSimpleDataSource source) {
        String[] names = Objects.requireNonNullElse(source.getServerNames(), new String[0]);
        int[] ports = Objects.requireNonNullElse(source.getPortNumbers(), new int[0]);
        return IntStream.range(0, names.length)
                .mapToObj(i -> names[i] + (i < ports.length && ports[i] > 0 ? ":" + ports[i] : ""))
                .collect(Collectors.joining(", "));
    }

    DatabaseFailure explained(SQLException failure) {
        return new DatabaseFailure(sentence(failure), failure);
    }

    private String sentence(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            // The driver's own code where a password is asked for and there is none.
            case "28P01", "28000", "08004" ->
                "The database server at " + hosts + " does not let the user " + user
                        + " in; check database.user and database.password.";
            case "3D000" ->
                "There is no database " + name + " on " + hosts + "; make it, or name another in database.url.";
            case "42501" ->
                "The user " + user + " may not make tables in the database " + name
                        + "; make it the owner of the database.";
            case "53300" -> "The database server at " + hosts + " has no connection left; raise its max_connections.";
            case "57P03" -> "The database server at " + hosts + " is still starting; try again in a moment.";
            case "25006" -> STANDBY.formatted(hosts);
            default -> state.startsWith("08") ? unreachable(failure) : other(failure);
        };
    }

    private String unreachable(SQLException failure) {
        boolean isUnknown = causes(failure).anyMatch(UnknownHostException.class::isInstance);
        return isUnknown
                ? "The database server's host is not known: " + hosts + "; check database.url."
                : "The database server at " + hosts + " cannot be reached: " + innermost(failure)
                        + "; check database.url, and that the server runs.";
    }

    private String other(SQLException failure) {
        return "The database " + place + " cannot be used: " + firstLine(failure);
    }

    private static String innermost(Throwable failure) {
        return causes(failure)
                .reduce((_, cause) -> cause)
                .map(PostgresFailures::firstLine)
                .orElse("");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static String firstLine(Throwable failure) {
        return Arrays.stream(String.valueOf(failure.getMessage()).split("\n"))
                .findFirst()
                .orElse("");
    }

    DatabaseFailure tooOld(int version, int oldest) {
        return new DatabaseFailure("The database server at " + hosts + " is PostgreSQL " + version + "; Earworm needs "
                + oldest + " or newer.");
    }

    DatabaseFailure standby() {
        return new DatabaseFailure(STANDBY.formatted(hosts));
    }

    DatabaseFailure encoding(String found) {
        return new DatabaseFailure("The database " + name + " stores texts as " + found
                + "; make it with ENCODING 'UTF8', which every language needs.");
    }

    DatabaseFailure noSchema() {
        return new DatabaseFailure("The user " + user + " sees no schema in the database " + name
                + "; make it the owner of the database, or check currentSchema in database.url.");
    }

    DatabaseFailure olderInUse() {
        return new DatabaseFailure("The database " + place + " is in use by an older Earworm; stop all its processes"
                + " first, so that this version can bring the schema up to date.");
    }
}
