package dev.earworm.discord.delivery;

import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Destination.InteractionToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides by which ways news of a song may reach its member, the best first. A private song never goes to the channel: it
 * comes as a direct message, which also notifies, and where those are closed as an answer that only the member sees.
 */
final class Ladder {
    private Ladder() {}

    /** A way to a member. */
    sealed interface Rung {
        /** A new message in the channel. */
        record Channel() implements Rung {}

        /** An answer to the command, which needs no permission in the channel. */
        record Interaction(InteractionToken token) implements Rung {}

        /** A direct message. */
        record Direct() implements Rung {}
    }

    /** For a song that somebody wants once more here and now: its member's direct messages are not what they asked for. */
    static List<Rung> rungsAgain(Destination destination, Instant now) {
        return switch (destination.visibility()) {
            case PUBLIC ->
                rungs(destination, now).stream()
                        .filter(rung -> !(rung instanceof Rung.Direct))
                        .toList();
            case PRIVATE -> rungs(destination, now);
        };
    }

    static List<Rung> rungs(Destination destination, Instant now) {
        List<Rung> rungs = new ArrayList<>();
        switch (destination.visibility()) {
            case PUBLIC -> {
                rungs.add(new Rung.Channel());
                destination.livingInteraction(now).map(Rung.Interaction::new).ifPresent(rungs::add);
                rungs.add(new Rung.Direct());
            }
            case PRIVATE -> {
                rungs.add(new Rung.Direct());
                destination.livingInteraction(now).map(Rung.Interaction::new).ifPresent(rungs::add);
            }
        }
        return List.copyOf(rungs);
    }
}
