package dev.earworm;

import dev.earworm.Finding.Unwell;
import dev.earworm.Finding.Well;
import dev.earworm.discord.BotAccount;
import dev.earworm.discord.BotAccount.Logins;
import dev.earworm.discord.UserInstall;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.ProviderFailure;
import java.util.Optional;

/** What the accounts at providers and Discord say, in words for the operator. */
final class AccountSentences {
    private AccountSentences() {}

    static Finding of(MusicProvider provider) {
        return switch (provider.account()) {
            case AccountStatus.Usable(Optional<String> credit) ->
                new Well(works(provider.name())
                        + credit.map(left -> ", the account has " + left).orElse(""));
            case AccountStatus.Unusable(ProviderFailure failure) ->
                new Unwell(complaint(failure) + "; " + fix(provider.name(), failure));
        };
    }

    static Finding of(BotAccount account) {
        return switch (account) {
            case BotAccount.Known(String name, String id, Optional<Logins> logins) ->
                logins.map(left -> known("the bot is " + name + " (" + id + ")", left))
                        .orElseGet(() -> new Well("the bot is " + name + " (" + id + ")"));
            case BotAccount.Refused(String sentence) -> new Unwell(sentence);
            case BotAccount.Unreachable(String sentence) -> new Unwell(sentence);
        };
    }

    static Finding of(UserInstall userInstall) {
        return switch (userInstall) {
            case ALLOWED -> new Well("members can add the bot to their own account");
            case NOT_ALLOWED ->
                new Unwell("discord.user-install (DISCORD_USER_INSTALL) is true, and Discord does not allow it: turn on"
                        + " User Install at https://discord.com/developers/applications, Installation");
            case UNKNOWN -> new Well("Discord does not say whether members may add the bot to their own account");
        };
    }

    private static Finding known(String bot, Logins logins) {
        return logins.left() > 0
                ? new Well(bot + ", with " + logins.left() + " of " + logins.total() + " logins left")
                : new Unwell(bot + ", and Discord allows it no login for the next "
                        + (logins.renewed().toMinutes() + 1) + " minutes");
    }

    /** What has been proven by an answer: not every provider has a key. */
    private static String works(String name) {
        return switch (name) {
            case "synth" -> "it is built in and ready";
            case "acestep" -> "the server answers";
            default -> "the key works";
        };
    }

    private static String complaint(ProviderFailure failure) {
        String what = switch (failure) {
            case ProviderFailure.Unauthorised _ -> "the key is refused, or may not make music";
            case ProviderFailure.OutOfCredit _ -> "the account is out of credit, or its plan has no music";
            case ProviderFailure.RateLimited _ -> "it wants fewer requests";
            case ProviderFailure.Unavailable _ -> "it is down or cannot be reached";
            case ProviderFailure.OutcomeUnknown _ -> "its answer was lost";
            case ProviderFailure.BadRequest _, ProviderFailure.ContentRefused _, ProviderFailure.Internal _ ->
                "it does not answer as it should";
        };
        return what + " (" + failure.detail() + ")";
    }

    private static String fix(String name, ProviderFailure failure) {
        return switch (failure) {
            case ProviderFailure.Unauthorised _ -> "set another one as " + name + ".api-key, or give it that right";
            case ProviderFailure.OutOfCredit _ -> "top it up, or name others in music.fallback";
            case ProviderFailure.RateLimited _, ProviderFailure.OutcomeUnknown _ -> "try again later";
            case ProviderFailure.Unavailable _ -> "look at its status page, and whether " + name + ".base-url is right";
            case ProviderFailure.BadRequest _, ProviderFailure.ContentRefused _, ProviderFailure.Internal _ ->
                "look whether " + name + ".base-url is right, and report it if it is";
        };
    }
}
