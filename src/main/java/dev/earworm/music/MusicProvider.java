package dev.earworm.music;

import java.util.List;
import java.util.Optional;

/**
 * A place where songs are made. It is one of two kinds, and a song's work is written straight down for each:
 * {@link SynchronousProvider} answers a request with the audio; {@link AsynchronousProvider} takes a job, is asked how it
 * goes, and hands over the audio at the end.
 *
 * <p>Methods block, are called on virtual threads, and answer every expected outcome as a value. They may be called
 * from many threads. An interrupt ends a call early; what the vendor did by then is unknown.
 */
public sealed interface MusicProvider permits SynchronousProvider, AsynchronousProvider {
    /** The part of a {@link ModelId} before the slash, in lower case. */
    String name();

    /** What it can do, the best default first; never empty. */
    List<MusicModel> models();

    /** How many songs it makes at once for this account, until a {@link ProviderFailure.RateLimited} says otherwise. */
    int concurrentSongs();

    /** What it costs to submit a song again when the first reply was lost. */
    RepeatedSubmit repeatedSubmit();

    /** Asks the vendor whether the account can be used, and what is left. Costs nothing. */
    AccountStatus account();

    /** Writes plans of songs, if it can. */
    default Optional<Planner> planner() {
        return Optional.empty();
    }

    /** Takes songs apart, if it can. */
    default Optional<StemSeparator> stems() {
        return Optional.empty();
    }

    /** Keeps songs of others, if it can. */
    default Optional<SongUploader> uploads() {
        return Optional.empty();
    }

    /** What a second submit of the same {@link JobId} may do. */
    enum RepeatedSubmit {
        /** The vendor (or we ourselves) know the song by its key and will not charge again. */
        HARMLESS,
        /** The vendor has no idempotency; the song may be made and paid twice. */
        MAY_CHARGE_TWICE
    }
}
