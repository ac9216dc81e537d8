package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * The part of a message that never changes.
 *
 * @param type Discord's message type: 0 plain, 19 reply, 20 answer to a command
 * @param nonce as the sender gave it, text or number
 * @param audience the only user who sees it; empty for all
 */
record MessageOrigin(
        long id,
        SandboxChannel channel,
        SandboxUser author,
        Instant createdAt,
        int type,
        Optional<JsonNode> nonce,
        Optional<Long> replyTo,
        Optional<SandboxInteraction> interaction,
        Optional<SandboxUser> audience) {
    static final int PLAIN = 0;
    static final int REPLY = 19;
    static final int COMMAND_ANSWER = 20;
}
