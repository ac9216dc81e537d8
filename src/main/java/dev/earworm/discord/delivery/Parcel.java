package dev.earworm.discord.delivery;

import dev.earworm.discord.delivery.TrackPosts.Layout;
import java.util.function.Function;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * What is to be posted, whichever way is open.
 *
 * @param nonce the same for every repeat; at most 25 characters
 * @param size of the file in bytes; 0 without one
 */
record Parcel(String nonce, Function<Layout, MessageCreateData> message, long size) {}
