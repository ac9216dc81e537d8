package dev.earworm.discord.command;

import dev.earworm.music.SongRequest;

/** What a member's options come to. */
sealed interface SongWish {
    /** A song that can be asked for; whether the model takes it is for the core to say. */
    record Clear(SongRequest request) implements SongWish {}

    /** Something that no model could understand, in a sentence. */
    record Unclear(String sentence) implements SongWish {}
}
