package dev.earworm.jobs;

import dev.earworm.keys.GuildProviders;
import dev.earworm.music.Providers;

/** What it would mean to call a song back, as it stands. */
public final class CancelPolicy {
    private CancelPolicy() {}

    /** What a member has to know before calling a song back. */
    public enum Terms {
        /** It waits: nothing was paid, and the quota is free again. */
        FREE,
        /** It is being made by a provider that can stop; that may have cost, so it counts. */
        COUNTS,
        /** It is just being handed to a provider that can stop it afterwards. */
        NOT_YET,
        /** Its provider cannot stop it. */
        IMPOSSIBLE,
        /** It has been made, or has ended. */
        TOO_LATE
    }

    public static Terms of(Job job, GuildProviders providers) {
        boolean canStop = job.work().isSong()
                && providers
                        .provider(job.providerAccount())
                        .flatMap(Providers::stopper)
                        .isPresent();
        return switch (job.state()) {
            case QUEUED -> Terms.FREE;
            case SUBMITTING -> canStop ? Terms.NOT_YET : Terms.IMPOSSIBLE;
            case RENDERING -> canStop ? Terms.COUNTS : Terms.IMPOSSIBLE;
            case RENDERED, DELIVERED, FAILED, CANCELLED -> Terms.TOO_LATE;
        };
    }
}
