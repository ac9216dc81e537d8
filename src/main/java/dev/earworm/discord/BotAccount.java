package dev.earworm.discord;

import java.time.Duration;
import java.util.Optional;

/** What Discord says of the bot whose token is set. */
public sealed interface BotAccount {
    /**
     * The token is this bot's.
     *
     * @param id the bot's number
     * @param logins empty where Discord does not say
     */
    record Known(String name, String id, Optional<Logins> logins) implements BotAccount {}

    /**
     * How often the bot may still log in. Discord takes the token away from one that goes on without any left
     * (<a href="https://docs.discord.com/developers/events/gateway#session-start-limit-object">session start limit</a>).
     *
     * @param left before the count starts anew
     * @param total that a count begins with
     * @param renewed the time until then
     */
    record Logins(int left, int total, Duration renewed) {}

    /**
     * Discord will not talk to this bot until the configuration is changed.
     *
     * @param sentence for the operator, without secrets
     */
    record Refused(String sentence) implements BotAccount {}

    /**
     * Discord could not be reached, or is not well.
     *
     * @param sentence for the operator
     */
    record Unreachable(String sentence) implements BotAccount {}
}
