package dev.earworm.discord.delivery;

import dev.earworm.audio.Voice;
import java.io.IOException;
import java.nio.file.Path;

/** Makes a voice message of a song's file. */
@FunctionalInterface
public interface VoiceMaker {
    /** @throws IOException if the song cannot be read as sound, or the disk fails */
    Voice make(Path song, Path target) throws IOException, InterruptedException;
}
