package dev.earworm.jobs;

import dev.earworm.keys.ProviderAccount;
import java.time.Instant;
import java.util.OptionalInt;

/** What providers said about how many songs an account makes at once, for all processes and for the next start. */
public interface LearnedSlots {
    /** The number, if it was said since then. */
    OptionalInt of(ProviderAccount account, Instant since);

    void learn(ProviderAccount account, int slots, Instant now);

    /** Forgets what was said before; may be repeated. */
    void forget(Instant before);
}
