package dev.earworm.privacy;

import dev.earworm.music.JobId;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.UserId;
import java.util.List;

/** Everything that is stored about a person, in all guilds. */
public interface PersonalDataStore {
    /** All songs, however they ended; the oldest first. */
    List<PersonalSong> songs(UserId person);

    List<PersonalReservation> reservations(UserId person);

    List<PersonalDecision> decisions(UserId person);

    List<PersonalDraft> drafts(UserId person);

    /**
     * Forgets the person in one write, unless songs of theirs are still in the works. Songs stay as numbers that belong to
     * nobody: model, length, cost and times. What counts against the quota of today, this week or this month stays under
     * the person's id, so that nobody gets a new quota this way, and so do the decisions of admins. What was spent before
     * stays counted as nobody's.
     */
    Erasure erase(UserId person, QuotaDay today);

    /** Forgets of such persons what counts no more today, and the grants of before. */
    void forgetLeftovers(QuotaDay today);

    /** What came of forgetting. */
    sealed interface Erasure {
        /** @param songs that belong to nobody now */
        record Erased(List<JobId> songs) implements Erasure {}

        /** Nothing was changed. */
        record SongsInTheWorks(int count) implements Erasure {}
    }
}
