package dev.earworm.discord.delivery;

import net.dv8tion.jda.api.Permission;

/** What came of sending a song as a voice message. */
public sealed interface VoiceOutcome {
    /** @param url of its message */
    record Sent(String url) implements VoiceOutcome {}

    /** It was sent before and is still there. */
    record AlreadyThere(String url) implements VoiceOutcome {}

    /** Somebody else has it sent just now. */
    record UnderWay() implements VoiceOutcome {}

    /** The bot lacks this in the channel. */
    record Forbidden(Permission permission) implements VoiceOutcome {}

    /** The song itself is not where it was posted. */
    record SongGone(String detail) implements VoiceOutcome {}

    /** The place takes nothing from the bot, or not this. */
    record Closed(String detail) implements VoiceOutcome {}

    record TooLarge(String detail) implements VoiceOutcome {}

    /** Discord is not well; to be tried again. */
    record Later(String detail) implements VoiceOutcome {}
}
