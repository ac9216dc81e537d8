package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.earworm.sandbox.rules.MessageFlags;
import java.util.List;

/** The part of a message that an edit can change. */
record MessageBody(
        String content,
        ArrayNode embeds,
        ArrayNode components,
        List<SandboxFile> files,
        MessageFlags flags,
        Mentions mentions) {

    static MessageBody loading(MessageFlags flags) {
        return new MessageBody(
                "", Json.array(), Json.array(), List.of(), flags.with(MessageFlags.LOADING), Mentions.NONE);
    }

    boolean isEmpty() {
        return content.isBlank() && embeds.isEmpty() && components.isEmpty() && files.isEmpty();
    }
}
