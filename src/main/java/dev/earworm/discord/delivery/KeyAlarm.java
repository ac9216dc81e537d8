package dev.earworm.discord.delivery;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.jobs.AccountListener;
import dev.earworm.keys.KeyedProvider;
import dev.earworm.keys.ProviderAccount;
import dev.earworm.music.ProviderFailure;

/** Tells the admins of a guild, in its log channel, that its own key makes no songs; of other accounts it says nothing. */
public final class KeyAlarm implements AccountListener {
    private final GuildLog log;

    public KeyAlarm(GuildLog log) {
        this.log = log;
    }

    @Override
    public void cannotMakeSongs(ProviderAccount account, ProviderFailure failure) {
        switch (account) {
            case ProviderAccount.Guilds guilds -> tell(guilds, failure);
            case ProviderAccount.Operators _ -> {}
        }
    }

    private void tell(ProviderAccount.Guilds account, ProviderFailure failure) {
        String provider = KeyedProvider.named(account.provider())
                .map(KeyedProvider::title)
                .orElse(account.provider());
        switch (failure) {
            case ProviderFailure.OutOfCredit _ ->
                log.post(account.guild(), () -> Post.of(say("keys.alarm-empty", provider)));
            case ProviderFailure.Unauthorised _ ->
                log.post(account.guild(), () -> Post.of(say("keys.alarm-refused", provider)));
            // Down for everyone: nothing that an admin could mend.
            case ProviderFailure.BadRequest _,
                    ProviderFailure.ContentRefused _,
                    ProviderFailure.RateLimited _,
                    ProviderFailure.Unavailable _,
                    ProviderFailure.OutcomeUnknown _,
                    ProviderFailure.Internal _ -> {}
        }
    }
}
