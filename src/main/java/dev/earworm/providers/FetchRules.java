package dev.earworm.providers;

import java.net.InetAddress;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which URLs may be asked for audio.
 *
 * @param schemes in lower case
 * @param addresses asked for every address, right before it is connected to
 */
record FetchRules(Set<String> schemes, Predicate<InetAddress> addresses) {
    static FetchRules of(FetchConfig config) {
        return config.allowPrivateAddresses()
                ? new FetchRules(Set.of("https", "http"), address -> true)
                : new FetchRules(Set.of("https"), PublicAddresses::contains);
    }
}
