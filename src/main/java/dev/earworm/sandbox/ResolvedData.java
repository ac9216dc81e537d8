package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What an interaction names by id, beside it in full: developers/interactions/receiving-and-responding, "Resolved Data
 * Structure". Call with the world's lock held.
 */
final class ResolvedData {
    private final SandboxChannel channel;
    private final SandboxUser user;
    private final ObjectNode json = Json.object();

    /** For what this user names in this channel. */
    ResolvedData(SandboxChannel channel, SandboxUser user) {
        this.channel = channel;
        this.user = user;
    }

    ObjectNode json() {
        return json;
    }

    /** A member, too, if the user is one here. */
    JsonNode user(SandboxUser named) {
        json.withObjectProperty("users").set(Json.id(named.id()), GuildPayloads.user(named));
        channel.guild().flatMap(guild -> guild.memberOf(named)).ifPresent(member -> {
            ObjectNode resolved = GuildPayloads.memberWithoutUser(member);
            resolved.put("permissions", Json.id(Permissions.inChannel(member, channel)));
            json.withObjectProperty("members").set(Json.id(named.id()), resolved);
        });
        return id(named.id());
    }

    JsonNode role(SandboxRole role) {
        json.withObjectProperty("roles").set(Json.id(role.id()), GuildPayloads.role(role));
        return id(role.id());
    }

    /** With what the user may do there. */
    JsonNode channel(SandboxChannel other) {
        ObjectNode resolved = GuildPayloads.channel(other);
        long permissions = other.guild()
                .flatMap(guild -> guild.memberOf(user))
                .map(member -> Permissions.inChannel(member, other))
                .orElse(0L);
        resolved.put("permissions", Json.id(permissions));
        json.withObjectProperty("channels").set(Json.id(other.id()), resolved);
        return id(other.id());
    }

    JsonNode attachment(World world, SandboxFile file) {
        json.withObjectProperty("attachments").set(Json.id(file.id()), MessagePayloads.attachment(world, file, true));
        return id(file.id());
    }

    private static JsonNode id(long id) {
        return TextNode.valueOf(Json.id(id));
    }
}
