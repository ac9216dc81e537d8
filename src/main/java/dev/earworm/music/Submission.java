package dev.earworm.music;

/** What a vendor answered when a song was handed in. */
public sealed interface Submission {
    record Submitted(ProviderJobId providerJobId) implements Submission {}

    record Rejected(ProviderFailure failure) implements Submission {}
}
