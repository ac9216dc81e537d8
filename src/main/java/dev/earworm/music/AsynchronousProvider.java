package dev.earworm.music;

import java.nio.file.Path;
import java.time.Duration;

/** A provider that takes a job, is asked how it goes, and hands over the audio at the end. */
public non-sealed interface AsynchronousProvider extends MusicProvider {
    /**
     * Hands in the song.
     *
     * @param id the vendor's idempotency key or correlation id, where it has one
     */
    Submission submit(JobId id, SongRequest request);

    /** Asks how the song goes; changes nothing and may be repeated. */
    Rendering poll(ProviderJobId providerJobId);

    /**
     * Streams the finished audio to the file; may be repeated while the vendor keeps it.
     *
     * @param target written only by this call; left incomplete, to be thrown away, unless the answer is
     *     {@link Composition.Composed}
     */
    Composition download(Rendering.Ready ready, Path target);

    /** The least time between two polls of one song that the vendor allows. */
    Duration minimumPollInterval();
}
