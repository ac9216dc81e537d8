package dev.earworm.discord.delivery;

import java.time.Duration;
import net.dv8tion.jda.api.entities.Message;

/** What came of one attempt to post or edit a message at one place. */
sealed interface Sent {
    record Done(Message message) implements Sent {}

    /** This place takes nothing from the bot; another may. */
    record Closed(String detail) implements Sent {}

    /** The files are larger than this place takes. */
    record TooLarge(String detail) implements Sent {}

    /** Discord is not well or not reachable; the message may be there or not. */
    record Later(Duration delay, String detail) implements Sent {}
}
