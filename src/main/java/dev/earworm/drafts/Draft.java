package dev.earworm.drafts;

import dev.earworm.music.JobId;
import dev.earworm.music.SongRequest;
import dev.earworm.quota.Account;
import java.time.Duration;

/** A song that a member works on and has not ordered. It outlives a restart, and is forgotten after {@link #LIFE}. */
public sealed interface Draft {
    /** Counted from the last change. */
    Duration LIFE = Duration.ofDays(7);

    /** The song that comes of it, if ever one does: made up by us, so ordering a draft twice makes one song. */
    JobId song();

    /** Whose it is. */
    Account account();

    /** What was typed and could not be taken as it was, or what a provider would take instead of it. */
    record Typed(JobId song, Account account, SongForm form) implements Draft {}

    /**
     * A song with a plan that can still be changed.
     *
     * @param request complete, with its plan
     */
    record Planned(JobId song, Account account, SongRequest request) implements Draft {}
}
