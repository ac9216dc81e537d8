package dev.earworm.jobs;

import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.ProviderFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what accounts lack to everybody who listens; one that fails does not keep the others from hearing it. */
public final class AccountListeners implements AccountListener {
    private static final Logger LOG = LoggerFactory.getLogger(AccountListeners.class);

    private final List<AccountListener> listeners = new CopyOnWriteArrayList<>();

    public void add(AccountListener listener) {
        listeners.add(listener);
    }

    @Override
    public void cannotMakeSongs(ProviderAccount account, ProviderFailure failure) {
        for (AccountListener listener : listeners) {
            try {
                listener.cannotMakeSongs(account, failure);
            } catch (RuntimeException e) {
                LOG.error("an account at {} has trouble, but somebody could not be told", account.provider(), e);
            }
        }
    }
}
