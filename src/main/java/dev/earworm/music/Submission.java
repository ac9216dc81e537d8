package dev.earworm.music;

import java.util.Optional;

/** What a vendor answered when a song was handed in. */
public sealed interface Submission {
    /** @param cost what the vendor says that it takes, where it says so at once */
    record Submitted(ProviderJobId providerJobId, Optional<Usd> cost) implements Submission {
        public Submitted(ProviderJobId providerJobId) {
            this(providerJobId, Optional.empty());
        }
    }

    record Rejected(ProviderFailure failure) implements Submission {}
}
