package dev.earworm.ops;

import dev.earworm.music.ProviderJobId;

/** Wants to know when a provider says that something happened to a song. */
@FunctionalInterface
public interface SongNews {
    /**
     * There may be something new; asking the provider tells. The song may be anybody's, may have ended, and may be named
     * again and again. Returns at once: the provider waits for its answer.
     */
    void about(String provider, ProviderJobId providerJobId);
}
