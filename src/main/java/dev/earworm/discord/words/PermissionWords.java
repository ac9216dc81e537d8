package dev.earworm.discord.words;

import static dev.earworm.discord.words.Messages.say;

import net.dv8tion.jda.api.Permission;

/** What permissions are called in the settings of Discord's clients. */
public final class PermissionWords {
    private PermissionWords() {}

    /** In English for one that the bot never needs. */
    public static String of(Permission permission) {
        return switch (permission) {
            case VIEW_CHANNEL -> say("permission.view-channel");
            case MESSAGE_SEND -> say("permission.send-messages");
            case MESSAGE_SEND_IN_THREADS -> say("permission.send-messages-in-threads");
            case MESSAGE_EMBED_LINKS -> say("permission.embed-links");
            case MESSAGE_ATTACH_FILES -> say("permission.attach-files");
            case VOICE_CONNECT -> say("permission.connect");
            case MESSAGE_HISTORY -> say("permission.read-message-history");
            case MESSAGE_ATTACH_VOICE_MESSAGE -> say("permission.send-voice-messages");
            default -> permission.getName();
        };
    }
}
