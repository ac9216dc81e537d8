package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * By whose installation an interaction may be sent: receiving-and-responding, "Authorizing Integration Owners Object".
 *
 * @param guild the guild that the application is in, "0" in direct messages with the bot
 * @param user the user who installed it for themselves
 */
record Authorization(Optional<Long> guild, Optional<Long> user) {
    private static final int GUILD_INSTALL = 0;
    private static final int USER_INSTALL = 1;

    /** For a command, which may be registered for either installation or for both. */
    static Authorization ofCommand(JsonNode definition, SandboxUser user, SandboxChannel channel) {
        Authorization place = ofPlace(user, channel);
        return new Authorization(
                place.guild.filter(_ -> supports(definition, GUILD_INSTALL)),
                place.user.filter(_ -> supports(definition, USER_INSTALL)));
    }

    /** For a button, a menu or a form: whoever authorized the command that the message answers. */
    static Authorization ofComponent(SandboxMessage message, SandboxUser user) {
        return message.interaction()
                .map(SandboxInteraction::authorization)
                .orElseGet(() -> ofPlace(user, message.channel()));
    }

    private static Authorization ofPlace(SandboxUser user, SandboxChannel channel) {
        Optional<Long> guild = channel.guild()
                .filter(SandboxGuild::isBotIn)
                .map(SandboxGuild::id)
                .or(() -> channel.isDirect() ? Optional.of(0L) : Optional.empty());
        return new Authorization(guild, user.hasInstalled() ? Optional.of(user.id()) : Optional.empty());
    }

    /** A command of one guild alone belongs to that guild's installation. */
    private static boolean supports(JsonNode definition, int installation) {
        if (definition.has("guild_id")) {
            return installation == GUILD_INSTALL;
        }
        for (JsonNode supported : definition.path("integration_types")) {
            if (supported.asInt() == installation) {
                return true;
            }
        }
        return false;
    }

    boolean isGiven() {
        return guild.isPresent() || user.isPresent();
    }

    /** Whether the application is here only because a user brought it along. */
    boolean isByUserAlone() {
        return guild.isEmpty();
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        guild.ifPresent(id -> json.put(Integer.toString(GUILD_INSTALL), Json.id(id)));
        user.ifPresent(id -> json.put(Integer.toString(USER_INSTALL), Json.id(id)));
        return json;
    }
}
