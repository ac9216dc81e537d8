package dev.earworm.providers.aimlapi;

import dev.earworm.music.SongRequest;

/** The one text that eleven_music takes here; it has no field for "no singing", so the words say it. */
final class AimlapiPrompt {
    /** Of the whole text. */
    static final int VENDOR_LIMIT = 2000;

    private static final String WITHOUT_SINGING = "\n\nInstrumental only, no vocals.";

    /** What is left for the member's words, so that an instrumental always fits. */
    static final int LIMIT = VENDOR_LIMIT - WITHOUT_SINGING.length();

    private AimlapiPrompt() {}

    static String of(SongRequest request) {
        return request.instrumental() ? request.prompt() + WITHOUT_SINGING : request.prompt();
    }
}
