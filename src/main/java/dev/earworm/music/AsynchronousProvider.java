package dev.earworm.music;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A provider that takes a job, is asked how it goes, and hands over the audio at the end. */
public non-sealed interface AsynchronousProvider extends MusicProvider {
    /** Hands in the song; of a model without a {@link #composer}. */
    Submission submit(Commission commission);

    /**
     * Makes the songs of a model whose vendor, unlike for its other models, answers with the audio itself. They are
     * composed, and never handed in.
     *
     * @return empty for a model that is handed in
     */
    default Optional<Composer> composer(ModelId model) {
        return Optional.empty();
    }

    /**
     * Looks for a song whose submit was sent and whose reply was lost. Changes nothing and may be repeated.
     *
     * @param commission without its reference, which may be gone
     * @param since when the submit was sent
     * @return empty when it is not to be found, which proves nothing
     */
    default Optional<ProviderJobId> lookUp(Commission commission, Instant since) {
        return Optional.empty();
    }

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

    /** Reads the vendor's calls, if it was asked to make any. */
    default Optional<WebhookReceiver> webhooks() {
        return Optional.empty();
    }

    /** Stops songs that it has begun, if the vendor can. */
    default Optional<Stopper> stopper() {
        return Optional.empty();
    }
}
