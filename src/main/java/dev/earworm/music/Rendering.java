package dev.earworm.music;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How a song at a vendor goes. */
public sealed interface Rendering {
    /**
     * Not finished; also the reading of every state that we do not know.
     *
     * @param percent 0 to 99, where the vendor says
     * @param askAgainAfter the least wait before the next poll, where the vendor says
     */
    record Running(OptionalInt percent, Optional<Duration> askAgainAfter) implements Rendering {
        public static Running unknown() {
            return new Running(OptionalInt.empty(), Optional.empty());
        }
    }

    /**
     * Finished, and the audio is waiting.
     *
     * @param audio where it is; not trusted to be a public address
     */
    record Ready(URI audio, TrackDetails details) implements Rendering {}

    /**
     * Either the song failed for good, or (for {@link ProviderFailure.Unavailable} and
     * {@link ProviderFailure.RateLimited}) the question did, and may be asked again.
     */
    record Failed(ProviderFailure failure) implements Rendering {}
}
