package dev.earworm.jobs;

import dev.earworm.music.ProviderFailure;
import dev.earworm.quota.Charge;

/** Decides whether a provider may charge for a song that it did not deliver. In doubt it may. */
final class ChargePolicy {
    private ChargePolicy() {}

    /** Of a song that ends as it stands. */
    static Charge of(Job job) {
        return switch (job.state()) {
            case QUEUED -> Charge.NONE;
            case SUBMITTING -> job.attempts().open() ? Charge.POSSIBLE : Charge.NONE;
            case RENDERING, RENDERED, DELIVERED, FAILED, CANCELLED -> Charge.POSSIBLE;
        };
    }

    /** Of a song that was handed in and came back with this. */
    static Charge of(ProviderFailure failure) {
        return switch (failure) {
            case ProviderFailure.BadRequest _,
                    ProviderFailure.ContentRefused _,
                    ProviderFailure.RateLimited _,
                    ProviderFailure.Unavailable _,
                    ProviderFailure.OutOfCredit _,
                    ProviderFailure.Unauthorised _ -> Charge.NONE;
            case ProviderFailure.OutcomeUnknown _, ProviderFailure.Internal _ -> Charge.POSSIBLE;
        };
    }
}
