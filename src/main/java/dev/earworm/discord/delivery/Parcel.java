package dev.earworm.discord.delivery;

import java.util.function.Function;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * What is to be posted, whichever way is open.
 *
 * @param nonce the same for every repeat; at most 25 characters
 * @param size of the file in bytes; 0 without one
 */
record Parcel(String nonce, Function<Surroundings, MessageCreateData> message, long size) {}
