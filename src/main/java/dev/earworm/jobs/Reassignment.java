package dev.earworm.jobs;

import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Providers;
import dev.earworm.music.SongRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a song that its provider cannot make to another one, back in line but with its place kept. */
final class Reassignment {
    private static final Logger LOG = LoggerFactory.getLogger(Reassignment.class);

    private final JobStore store;
    private final Purse purse;
    private final SongFiles files;
    private final Providers providers;
    private final Fallback fallback;
    private final ProviderHealth health;
    private final InstantSource clock;

    Reassignment(
            JobStore store,
            Purse purse,
            SongFiles files,
            Providers providers,
            Fallback fallback,
            ProviderHealth health,
            InstantSource clock) {
        this.store = store;
        this.purse = purse;
        this.files = files;
        this.providers = providers;
        this.fallback = fallback;
        this.health = health;
        this.clock = clock;
    }

    /** Spares the song a provider that is known not to work now, if there is another. */
    boolean spares(Job job) {
        return !health.works(job.provider()) && reassigned(job, "it is known not to work now");
    }

    /** Whether another provider has the song now, for this failure of its own. */
    boolean takes(Job job, ProviderFailure failure) {
        boolean triedBefore = job.attempts().postponed() > 0 || health.isDown(job.provider());
        return FallbackPolicy.allows(failure, triedBefore) && reassigned(job, failure.detail());
    }

    /** The stems of a song are its own provider's to make. */
    private List<SongRequest> instead(Job job) {
        return switch (job.work()) {
            case Work.Song _ -> fallback.instead(job.request(), job.tried());
            case Work.Stems _ -> List.of();
        };
    }

    /** A song that may be in the works at its provider stays there, and so does one that would cost too much elsewhere. */
    private boolean reassigned(Job job, String reason) {
        if (job.attempts().lost() > 0) {
            return false;
        }
        List<SongRequest> others = instead(job);
        if (others.isEmpty()) {
            return false;
        }
        files.delete(job.id());
        Optional<SongRequest> taken = others.stream()
                .filter(other -> purse.renews(job, other, () -> write(job, other)))
                .findFirst();
        taken.ifPresent(
                other -> LOG.info("song {} goes from {} to {}: {}", job.id(), job.provider(), other.model(), reason));
        return taken.isPresent();
    }

    private void write(Job job, SongRequest other) {
        store.reassign(job.id(), other, providers.estimate(other), clock.instant());
    }
}
