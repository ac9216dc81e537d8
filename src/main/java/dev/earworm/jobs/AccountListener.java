package dev.earworm.jobs;

import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.ProviderFailure;

/** Hears what an account at a provider lacks; told on the thread of a song, so it must not wait. */
public interface AccountListener {
    /** Its songs do not come, for a reason that its owner can mend; said once until they come again. */
    void cannotMakeSongs(ProviderAccount account, ProviderFailure failure);
}
