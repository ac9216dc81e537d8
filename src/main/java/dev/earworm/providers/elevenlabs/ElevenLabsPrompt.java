package dev.earworm.providers.elevenlabs;

import dev.earworm.music.SongRequest;

/**
 * The one text in which ElevenLabs takes both the member's words and the lyrics: its own lyrics field is in the
 * server's schema but not in its documents.
 */
final class ElevenLabsPrompt {
    /** Of the whole text; {@code prompt} in https://elevenlabs.io/docs/api-reference/music/compose. */
    static final int VENDOR_LIMIT = 4100;

    private static final String BEFORE_LYRICS = "\n\nLyrics:\n";

    /** What is left for prompt and lyrics together. */
    static final int LIMIT = VENDOR_LIMIT - BEFORE_LYRICS.length();

    private ElevenLabsPrompt() {}

    static String of(SongRequest request) {
        return request.prompt()
                + request.lyrics().map(lyrics -> BEFORE_LYRICS + lyrics).orElse("");
    }
}
