package dev.earworm.jobs;

import java.time.Instant;
import java.util.OptionalInt;

/** What a waiting member wants to know of a song. Times are guesses from what the model took lately. */
public sealed interface Forecast {
    /**
     * It waits for its turn.
     *
     * @param position 1 is next
     */
    record InLine(int position, Instant readyAt) implements Forecast {}

    /**
     * It is being made.
     *
     * @param percent 0 to {@link ProgressPolicy#MOST}; within one song never less than before
     */
    record Making(int percent, Instant readyAt) implements Forecast {}

    /**
     * It is being made, takes longer than such songs do, and nobody can say how much longer.
     *
     * @param percent where the vendor says one
     */
    record Late(OptionalInt percent, Instant begunAt) implements Forecast {}

    /** The audio is here, or the song has ended: there is nothing to guess. */
    record Certain() implements Forecast {}
}
