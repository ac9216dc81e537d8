package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** To whom and where Discord's client shows a command: application-commands, "Permissions" and "Interaction Contexts". */
final class CommandVisibility {
    private static final int GUILD = 0;
    private static final int DIRECT = 1;

    private CommandVisibility() {}

    /** {@code default_member_permissions}: all of them are needed; "0" hides it from all but administrators. */
    static boolean inGuild(JsonNode definition, long permissions) {
        if (!hasContext(definition, GUILD)) {
            return false;
        }
        if (!definition.hasNonNull("default_member_permissions") || Permission.ADMINISTRATOR.isIn(permissions)) {
            return true;
        }
        long needed = Long.parseUnsignedLong(
                definition.get("default_member_permissions").asText());
        return needed != 0 && (permissions & needed) == needed;
    }

    static boolean inDirectMessages(JsonNode definition) {
        boolean isGlobal = !definition.has("guild_id");
        return isGlobal
                && hasContext(definition, DIRECT)
                && definition.path("dm_permission").asBoolean(true);
    }

    private static boolean hasContext(JsonNode definition, int context) {
        if (!definition.hasNonNull("contexts")) {
            return true;
        }
        for (JsonNode entry : definition.get("contexts")) {
            // JDA sends them as text, Discord's documentation has numbers.
            if (entry.asText().equals(Integer.toString(context))) {
                return true;
            }
        }
        return false;
    }
}
