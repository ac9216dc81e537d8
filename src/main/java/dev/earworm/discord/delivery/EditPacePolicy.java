package dev.earworm.discord.delivery;

import java.time.Duration;

/**
 * How long a status message is left alone before it is edited for a reason other than a step of its own song: a block
 * more in the bar, another place in the queue. Many messages share what Discord lets a bot do: 50 requests a second in
 * all, of which songs and answers need most, and about 5 edits in 5 seconds in each channel, where a message has to be
 * edited once the token of its command has died
 * (<a href="https://docs.discord.com/developers/topics/rate-limits">Discord, "Rate Limits"</a>). Through a token, each
 * message has a limit of its own.
 */
final class EditPacePolicy {
    /** Twenty edits a second in all. */
    private static final Duration OF_ALL = Duration.ofMillis(50);

    /** Two in three seconds; the rest is for steps that matter more. */
    private static final Duration OF_A_CHANNEL = Duration.ofMillis(1500);

    private EditPacePolicy() {}

    /**
     * The pause between two such edits of one message.
     *
     * @param least for a message that is alone
     * @param messages that are kept now
     * @param inItsChannel those of them that share its channel's limit; 0 while it has a token
     */
    static Duration pause(Duration least, int messages, int inItsChannel) {
        Duration shared = longer(OF_ALL.multipliedBy(messages), OF_A_CHANNEL.multipliedBy(inItsChannel));
        return longer(least, shared);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
