package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** To whom and where Discord's client shows a command: application-commands, "Permissions" and "Interaction Contexts". */
final class CommandVisibility {
    private CommandVisibility() {}

    /** Whether it is installed here, meant for such a place, and allowed to this member. */
    static boolean isShown(JsonNode definition, SandboxMember member, SandboxChannel channel) {
        Authorization authorization = Authorization.ofCommand(definition, member.user(), channel);
        InteractionContext context = InteractionContext.of(channel);
        if (!authorization.isGiven() || !isMeantFor(definition, context)) {
            return false;
        }
        boolean isGuilds = context == InteractionContext.GUILD && !authorization.isByUserAlone();
        return !isGuilds
                || member.guild().isOpen(definition.path("name").asText())
                || isAllowed(definition, Permissions.inChannel(member, channel));
    }

    /** Without {@code contexts} it is for all; {@code dm_permission} is their older form. */
    private static boolean isMeantFor(JsonNode definition, InteractionContext context) {
        if (definition.has("guild_id")) {
            return context == InteractionContext.GUILD;
        }
        if (context == InteractionContext.BOT_DM
                && !definition.path("dm_permission").asBoolean(true)) {
            return false;
        }
        if (!definition.hasNonNull("contexts")) {
            return true;
        }
        for (JsonNode entry : definition.get("contexts")) {
            if (entry.asInt() == context.number()) {
                return true;
            }
        }
        return false;
    }

    /** {@code default_member_permissions}: all of them are needed; "0" hides it from all but administrators. */
    private static boolean isAllowed(JsonNode definition, long permissions) {
        if (!definition.hasNonNull("default_member_permissions") || Permission.ADMINISTRATOR.isIn(permissions)) {
            return true;
        }
        long needed = Long.parseUnsignedLong(
                definition.get("default_member_permissions").asText());
        return needed != 0 && (permissions & needed) == needed;
    }
}
