package dev.earworm.drafts;

import dev.earworm.music.CompositionPlan;
import dev.earworm.music.JobId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps drafts. Each call is on disk when it returns. */
public interface DraftStore {
    /** Throws when there is a draft of this song already. */
    void add(Draft draft, Instant now);

    /** Keeps a draft in place of what there was of this song. */
    void put(Draft draft, Instant now);

    Optional<Draft> find(JobId song);

    /**
     * Changes a plan as it is by now, so that of two changes at once none is lost.
     *
     * @return the draft with the changed plan; empty when there is none with a plan
     */
    Optional<Draft.Planned> replan(JobId song, UnaryOperator<CompositionPlan> change, Instant now);

    /** Forgets drafts that were last changed before this moment, and says how many. */
    int forget(Instant before);
}
