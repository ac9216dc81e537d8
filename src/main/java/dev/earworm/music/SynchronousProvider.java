package dev.earworm.music;

import java.nio.file.Path;

/** A provider whose answer to a request is the audio itself. */
public non-sealed interface SynchronousProvider extends MusicProvider {
    /**
     * Makes the song and streams it to the file.
     *
     * @param target written only by this call; left incomplete, to be thrown away, unless the answer is
     *     {@link Composition.Composed}
     */
    Composition compose(Commission commission, Path target);
}
