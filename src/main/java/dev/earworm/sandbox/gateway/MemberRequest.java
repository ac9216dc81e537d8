package dev.earworm.sandbox.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** A bot's wish for members of a guild, by ids or by the start of the name: gateway-events, "Request Guild Members". */
record MemberRequest(JsonNode data) {
    long guildId() {
        JsonNode guild = data.path("guild_id");
        return guild.isArray() ? guild.path(0).asLong() : guild.asLong();
    }

    /** The answer, in one piece. */
    ObjectNode chunk(ArrayNode members) {
        ObjectNode chunk = JsonNodeFactory.instance.objectNode();
        chunk.put("guild_id", Long.toUnsignedString(guildId()));
        chunk.put("chunk_index", 0).put("chunk_count", 1);
        chunk.set("members", wanted(members));
        chunk.putArray("not_found");
        if (data.has("nonce")) {
            chunk.set("nonce", data.get("nonce"));
        }
        return chunk;
    }

    private ArrayNode wanted(ArrayNode members) {
        Set<String> ids = new HashSet<>();
        data.path("user_ids").forEach(id -> ids.add(id.asText()));
        if (data.path("user_ids").isValueNode()) {
            ids.add(data.path("user_ids").asText());
        }
        String start = data.path("query").asText("");
        ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
        for (JsonNode member : members) {
            JsonNode user = member.path("user");
            boolean isNamed = user.path("username").asText().startsWith(start);
            if (isNamed && (ids.isEmpty() || ids.contains(user.path("id").asText()))) {
                wanted.add(member);
            }
        }
        return wanted;
    }
}
