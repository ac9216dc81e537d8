package dev.earworm.sandbox;

import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often messages that are older than an hour can be edited: 429 with code 30046.
 *
 * <p>Discord documents the code and its words alone; that it is three edits in six seconds for a channel is what others
 * measured. Answers by an interaction's token are not counted. Call with the world's lock held.
 */
final class OldMessageEdits {
    private static final Duration OLD = Duration.ofHours(1);
    private static final Duration WINDOW = Duration.ofSeconds(6);
    private static final int MOST_IN_WINDOW = 3;

    private final World world;
    private final Map<Long, Deque<Instant>> byChannel = new LinkedHashMap<>();

    OldMessageEdits(World world) {
        this.world = world;
    }

    /** Counts one edit; refuses it if there were too many of late. */
    void count(SandboxMessage message) {
        Instant now = world.now();
        if (message.createdAt().plus(OLD).isAfter(now)) {
            return;
        }
        Deque<Instant> edits = byChannel.computeIfAbsent(message.channel().id(), _ -> new ArrayDeque<>());
        edits.removeIf(edit -> !edit.plus(WINDOW).isAfter(now));
        if (edits.size() >= MOST_IN_WINDOW) {
            Duration left = Duration.between(now, edits.getFirst().plus(WINDOW));
            throw DiscordException.tooOften(DiscordError.TOO_MANY_OLD_EDITS, left);
        }
        edits.addLast(now);
    }
}
