package dev.earworm.providers.elevenlabs;

/** Whether ElevenLabs keeps the songs it makes, so that they can be extended or redone in part later. */
public enum SongKeeping {
    KEPT,
    NOT_KEPT
}
