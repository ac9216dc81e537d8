package dev.earworm.providers.elevenlabs;

/** Whether ElevenLabs keeps the songs that it makes, so that a member can make one longer or one section anew. */
public enum SongKeeping {
    /** Kept at the vendor ({@code store_for_inpainting}); the account must be entitled to inpainting. */
    KEPT,
    /** Gone once it has been sent. */
    NOT_KEPT
}
