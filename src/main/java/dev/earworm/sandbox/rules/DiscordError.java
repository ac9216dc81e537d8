package dev.earworm.sandbox.rules;

/**
 * The refusals that a bot can meet, with the HTTP status, code and message that Discord answers.
 *
 * <p>Codes and messages are of Discord's "Opcodes and Status Codes" page; the page gives no HTTP status, so those are the
 * ones that its libraries report.
 */
public enum DiscordError {
    UNAUTHORIZED(401, 0, "401: Unauthorized"),
    NOT_FOUND(404, 0, "404: Not Found"),
    UNKNOWN_CHANNEL(404, 10003, "Unknown Channel"),
    UNKNOWN_GUILD(404, 10004, "Unknown Guild"),
    UNKNOWN_MEMBER(404, 10007, "Unknown Member"),
    UNKNOWN_MESSAGE(404, 10008, "Unknown Message"),
    UNKNOWN_USER(404, 10013, "Unknown User"),
    UNKNOWN_WEBHOOK(404, 10015, "Unknown Webhook"),
    UNKNOWN_INTERACTION(404, 10062, "Unknown interaction"),
    UNKNOWN_COMMAND(404, 10063, "Unknown application command"),
    TOO_MANY_COMMANDS(400, 30032, "Maximum number of application commands reached (100)."),
    TOO_MANY_CREATES(400, 30034, "Max number of daily application command creates has been reached (200)"),
    TOO_MANY_OLD_EDITS(429, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later"),
    ENTITY_TOO_LARGE(413, 40005, "Request entity too large"),
    NO_MESSAGES_IN_FORUMS(400, 40058, "Cannot send a message in a forum channel"),
    ALREADY_ACKNOWLEDGED(400, 40060, "Interaction has already been acknowledged."),
    TOO_MANY_FOLLOW_UPS(400, 40094, "This interaction has hit the maximum number of follow up messages"),
    MISSING_ACCESS(403, 50001, "Missing Access"),
    NOT_IN_DIRECT_MESSAGES(403, 50003, "Cannot execute action on a DM channel"),
    NOT_THE_AUTHOR(403, 50005, "Cannot edit a message authored by another user"),
    EMPTY_MESSAGE(400, 50006, "Cannot send an empty message"),
    CANNOT_MESSAGE_USER(403, 50007, "Cannot send messages to this user"),
    MISSING_PERMISSIONS(403, 50013, "Missing Permissions"),
    INVALID_WEBHOOK_TOKEN(401, 50027, "Invalid Webhook Token"),
    INVALID_RECIPIENT(400, 50033, "Invalid Recipient(s)"),
    INVALID_FORM_BODY(400, 50035, "Invalid Form Body"),
    WRONG_CHANNEL_TYPE(400, 50024, "Cannot execute action on this channel type"),
    THREAD_ARCHIVED(400, 50083, "Thread is archived"),
    INVALID_JSON(400, 50109, "The request body contains invalid JSON."),
    VOICE_WITH_CONTENT(400, 50159, "Voice messages do not support additional content."),
    VOICE_NOT_ONE_AUDIO(400, 50160, "Voice messages must have a single audio attachment."),
    VOICE_WITHOUT_METADATA(400, 50161, "Voice messages must have supporting metadata."),
    VOICE_EDITED(400, 50162, "Voice messages cannot be edited."),
    VOICE_NOT_HERE(403, 50173, "You cannot send voice messages in this channel."),
    NO_MUTUAL_GUILDS(403, 50278, "Cannot send messages to this user due to having no mutual guilds"),
    REPLY_WITHOUT_HISTORY(403, 160002, "You cannot reply without permission to read message history"),
    THREAD_LOCKED(400, 160005, "Thread is locked");

    private final int status;
    private final int code;
    private final String message;

    DiscordError(int status, int code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    public String message() {
        return message;
    }
}
