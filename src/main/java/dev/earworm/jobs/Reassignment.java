package dev.earworm.jobs;

import dev.earworm.keys.GuildProviders;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.SongRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a song that its provider cannot make to another one, back in line but with its place kept. */
final class Reassignment {
    private static final Logger LOG = LoggerFactory.getLogger(Reassignment.class);

    private final JobStore store;
    private final SongFiles files;
    private final GuildProviders providers;
    private final Fallback fallback;
    private final ProviderHealth health;
    private final InstantSource clock;

    Reassignment(
            JobStore store,
            SongFiles files,
            GuildProviders providers,
            Fallback fallback,
            ProviderHealth health,
            InstantSource clock) {
        this.store = store;
        this.files = files;
        this.providers = providers;
        this.fallback = fallback;
        this.health = health;
        this.clock = clock;
    }

    /** Spares the song a provider that is known not to work now, if there is another. */
    boolean spares(Job job) {
        return !health.works(job.providerAccount()) && reassigned(job, "it is known not to work now");
    }

    /** Whether another provider has the song now, for this failure of its own. */
    boolean takes(Job job, ProviderFailure failure) {
        boolean triedBefore = job.attempts().postponed() > 0 || health.isDown(job.providerAccount());
        return FallbackPolicy.allows(failure, triedBefore) && reassigned(job, failure.detail());
    }

    /** The stems of a song are its own provider's to make. */
    private Optional<SongRequest> instead(Job job) {
        return switch (job.work()) {
            case Work.Song _ ->
                fallback.instead(job.request(), job.account().guild(), job.providerAccount(), job.tried());
            case Work.Stems _ -> Optional.empty();
        };
    }

    /** A song that may be in the works at its provider stays there. */
    private boolean reassigned(Job job, String reason) {
        if (job.attempts().lost() > 0) {
            return false;
        }
        Optional<SongRequest> instead = instead(job);
        if (instead.isEmpty()) {
            return false;
        }
        LOG.info(
                "song {} goes from {} to {}: {}",
                job.id(),
                job.provider(),
                instead.get().model(),
                reason);
        files.delete(job.id());
        SongRequest request = instead.get();
        store.reassign(
                job.id(),
                request,
                providers.account(job.account().guild(), request.model().provider()),
                providers.instance().estimate(request),
                clock.instant());
        return true;
    }
}
