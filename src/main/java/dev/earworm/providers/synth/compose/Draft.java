package dev.earworm.providers.synth.compose;

import java.time.Duration;
import java.util.List;

/**
 * How a piece would be, before it is composed.
 *
 * @param genre as the files of genres have it
 * @param beatsPerMinute quarter notes a minute, to the nearest one
 */
public record Draft(String genre, int beatsPerMinute, List<Movement> movements) {
    public Draft {
        movements = List.copyOf(movements);
    }

    /**
     * One section.
     *
     * @param name as members call it, such as Verse 2
     * @param styles what it is like, in English
     * @param avoided who is silent
     * @param length in whole seconds, but for the last, which has what is left over
     */
    public record Movement(String name, Duration length, List<String> styles, List<String> avoided) {
        public Movement {
            styles = List.copyOf(styles);
            avoided = List.copyOf(avoided);
        }
    }
}
