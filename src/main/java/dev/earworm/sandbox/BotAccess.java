package dev.earworm.sandbox;

import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;

/** What the bot may do where, and the refusal if it may not. */
final class BotAccess {
    private final World world;

    BotAccess(World world) {
        this.world = world;
    }

    /** The channel, if the bot sees it (10003, 50001) and may do this in it (50013). */
    SandboxChannel require(long channelId, Permission permission) {
        SandboxChannel channel = world.requireChannel(channelId);
        if (!isAllowed(channel, Permission.VIEW_CHANNEL)) {
            throw new DiscordException(DiscordError.MISSING_ACCESS);
        }
        check(channel, permission);
        return channel;
    }

    /** The channel, if the bot sees it (10003, 50001) and may write in it (50013, in a forum 40058). */
    SandboxChannel requireSending(long channelId) {
        SandboxChannel channel = require(channelId, Permission.VIEW_CHANNEL);
        if (channel instanceof SandboxForum) {
            throw new DiscordException(DiscordError.NO_MESSAGES_IN_FORUMS);
        }
        check(channel, channel.sending());
        return channel;
    }

    void check(SandboxChannel channel, Permission permission) {
        if (!world.read(() -> isAllowed(channel, permission))) {
            throw new DiscordException(DiscordError.MISSING_PERMISSIONS);
        }
    }

    /** What only moderators of a guild may do: 50003 in direct messages. */
    void checkModeration(SandboxChannel channel, Permission permission) {
        if (channel.isDirect()) {
            throw new DiscordException(DiscordError.NOT_IN_DIRECT_MESSAGES);
        }
        check(channel, permission);
    }

    boolean isAllowed(SandboxChannel channel, Permission permission) {
        return channel.isBotAbleTo(permission);
    }

    /** Direct messages: closed ones are 50007, those to someone in no common guild and without the application 50278. */
    void checkRecipient(SandboxChannel channel) {
        world.read(() -> {
            channel.recipient().ifPresent(this::checkRecipient);
            return true;
        });
    }

    private void checkRecipient(SandboxUser recipient) {
        if (!world.isReachable(recipient)) {
            throw new DiscordException(DiscordError.NO_MUTUAL_GUILDS);
        }
        if (!recipient.takesDirectMessages()) {
            throw new DiscordException(DiscordError.CANNOT_MESSAGE_USER);
        }
    }
}
