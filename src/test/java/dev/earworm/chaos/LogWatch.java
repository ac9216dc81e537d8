package dev.earworm.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds in a log the errors that no fault from outside explains. */
final class LogWatch {
    private static final Pattern BEGIN = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ [A-Z]+ ");

    /** What an operator is to see when faults like these happen. */
    private static final List<String> EXPECTED = List.of(
            " cannot make songs now: ",
            "has ended, and its member cannot be told",
            "could not be put down within",
            "the data folder's disk has less than ",
            // JDA's own words for requests that failed.
            " net.dv8tion.jda.",
            // The database is locked by somebody else.
            "SQLITE_BUSY",
            "canceling statement due to lock timeout",
            "Connection is not available, request timed out",
            // A stop interrupts its threads, and a connection to PostgreSQL does not outlive that.
            "Closed by interrupt");

    private LogWatch() {}

    /** Each with its first lines. */
    static List<String> unexpected(String log) {
        List<StringBuilder> entries = new ArrayList<>();
        log.lines().forEach(line -> {
            if (BEGIN.matcher(line).lookingAt() || entries.isEmpty()) {
                entries.add(new StringBuilder(line));
            } else {
                entries.getLast().append('\n').append(line);
            }
        });
        return entries.stream()
                .map(StringBuilder::toString)
                .filter(entry -> entry.lines().findFirst().orElse("").contains(" ERROR "))
                .filter(entry -> EXPECTED.stream().noneMatch(entry::contains))
                .map(entry -> entry.substring(0, Math.min(entry.length(), 900)))
                .toList();
    }
}
