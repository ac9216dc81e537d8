package dev.earworm.discord.delivery;

import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Destination.InteractionToken;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Decides by which ways news of a song may reach its member, the best first. A private song never goes to the channel: it
 * comes as a direct message, which also notifies, and where those are closed as an answer that only the member sees.
 * Where the bot is not itself, it can answer the command, at most five times
 * (<a href="https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages">Discord on
 * follow-ups</a>); a song is one such answer, and so is a refusal. Edits of the status are none.
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
            case PRIVATE -> rungs(destination, now);
            case PUBLIC ->
                switch (destination.venue()) {
                    case DIRECT_MESSAGES -> rungs(destination, now);
                    case GUILD, ELSEWHERE -> withoutDirect(rungs(destination, now));
                };
        };
    }

    static List<Rung> withoutDirect(List<Rung> rungs) {
        return rungs.stream().filter(rung -> !(rung instanceof Rung.Direct)).toList();
    }

    static List<Rung> rungs(Destination destination, Instant now) {
        Stream<Rung> channel = Stream.of(new Rung.Channel());
        Stream<Rung> direct = Stream.of(new Rung.Direct());
        Stream<Rung> answer = destination.livingInteraction(now).<Rung>map(Rung.Interaction::new).stream();
        return switch (destination.visibility()) {
            case PRIVATE -> inTurn(direct, answer);
            case PUBLIC ->
                switch (destination.venue()) {
                    case GUILD -> inTurn(channel, answer, direct);
                    case DIRECT_MESSAGES -> inTurn(direct, answer);
                    case ELSEWHERE -> inTurn(answer, direct);
                };
        };
    }

    @SafeVarargs
    private static List<Rung> inTurn(Stream<Rung>... rungs) {
        return Stream.of(rungs).flatMap(Function.identity()).toList();
    }
}
