package dev.earworm.chaos;

import java.util.List;
import java.util.stream.Stream;

/** Finds in a log what no fault from outside explains. */
final class LogWatch {
    /** Errors that an operator is to see when faults like these happen. */
    private static final List<String> EXPECTED = List.of(
            " cannot make songs now: ",
            " has a result that cannot be written; trying again in ",
            "waiting songs could not be looked at; looking again",
            "has ended, and its member cannot be told",
            "could not be put down within",
            "the data folder's disk has less than ",
            // JDA's own words for requests that failed.
            "net.dv8tion.jda.");

    private LogWatch() {}

    static Stream<String> unexpected(String log) {
        return log.lines()
                .filter(line -> line.contains(" ERROR "))
                .filter(line -> EXPECTED.stream().noneMatch(line::contains));
    }
}
