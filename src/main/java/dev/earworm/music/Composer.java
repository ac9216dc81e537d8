package dev.earworm.music;

import java.nio.file.Path;

/** Makes a song in one go: what it answers is the audio. */
public interface Composer {
    /**
     * Makes the song and streams it to the file.
     *
     * @param target written only by this call; left incomplete, to be thrown away, unless the answer is
     *     {@link Composition.Composed}
     */
    Composition compose(Commission commission, Path target);
}
