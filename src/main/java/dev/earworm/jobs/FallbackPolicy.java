package dev.earworm.jobs;

import dev.earworm.music.CompositionPlan;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Decides when another provider is asked for a song, and for what. */
public final class FallbackPolicy {
    private FallbackPolicy() {}

    /**
     * Whether a failure is the provider's own trouble, of which another is free. A song that was refused for its content
     * is not carried from door to door, and one that may be in the works is not ordered twice.
     *
     * @param triedBefore the provider was surely not reached before either, or nobody tries it now
     */
    static boolean allows(ProviderFailure failure, boolean triedBefore) {
        return switch (failure) {
            case ProviderFailure.OutOfCredit _, ProviderFailure.Unauthorised _ -> true;
            case ProviderFailure.Unavailable _ -> triedBefore;
            case ProviderFailure.BadRequest _,
                    ProviderFailure.ContentRefused _,
                    ProviderFailure.RateLimited _,
                    ProviderFailure.OutcomeUnknown _,
                    ProviderFailure.Internal _ -> false;
        };
    }

    /**
     * The same song by another provider's model; empty when that model cannot make it as it was asked for. A seed means nothing to
     * another model, so it may go. A model that decides on the length may make it half as long, and never longer than
     * what was reserved. A song that another one is taken up in stays where that one is kept.
     */
    public static Optional<SongRequest> fitted(SongRequest request, MusicModel model) {
        if (request.plan().filter(CompositionPlan::takesUpSongs).isPresent()) {
            return Optional.empty();
        }
        SongRequest other = request.withModel(model.id());
        if (!model.has(Feature.SEED)) {
            other = other.withSeed(OptionalLong.empty());
        }
        if (!model.has(Feature.LENGTH)) {
            if (!isCloseEnough(request.length(), model)) {
                return Optional.empty();
            }
            other = other.withLength(model.length().usual());
        }
        return Optional.of(other)
                .filter(fitted -> RequestPolicy.problems(fitted, model).isEmpty());
    }

    private static boolean isCloseEnough(Duration asked, MusicModel model) {
        Duration usual = model.length().usual();
        return usual.compareTo(asked) <= 0 && usual.multipliedBy(2).compareTo(asked) >= 0;
    }
}
