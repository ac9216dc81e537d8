package dev.earworm.jobs;

/**
 * Whether there is room on disk for more songs. As long as there is not, none is accepted and none gets its turn: what a
 * provider would be paid for could not be stored. Those that are being made go on; the room that is left is theirs.
 */
@FunctionalInterface
public interface Room {
    /** On a disk without end. */
    Room ENDLESS = () -> true;

    /** Answers within a moment; asked for each order and once a second. */
    boolean isEnough();
}
