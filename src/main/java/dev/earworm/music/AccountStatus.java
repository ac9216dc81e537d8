package dev.earworm.music;

import java.util.Optional;

/** How the account at a vendor is: whether the key works, and what is left. */
public sealed interface AccountStatus {
    /**
     * Songs can be asked for.
     *
     * @param credit what is left, in the vendor's own unit, such as {@code 1200 credits} or {@code $4.20}; empty where
     *     the vendor does not say
     */
    record Usable(Optional<String> credit) implements AccountStatus {}

    record Unusable(ProviderFailure failure) implements AccountStatus {}
}
