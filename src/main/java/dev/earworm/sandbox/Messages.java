package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.SandboxEvent.MessageDeleted;
import dev.earworm.sandbox.SandboxEvent.MessageEdited;
import dev.earworm.sandbox.SandboxEvent.MessagePosted;
import dev.earworm.sandbox.gateway.GatewayEvent;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import java.util.Optional;
import java.util.OptionalLong;

/** Posts, changes and removes messages, and tells bots and listeners. Call with the world's lock held. */
final class Messages {
    private final World world;

    Messages(World world) {
        this.world = world;
    }

    SandboxMessage post(MessageOrigin origin, MessageBody body) {
        if (body.isEmpty() && !body.flags().isLoading()) {
            throw new DiscordException(DiscordError.EMPTY_MESSAGE);
        }
        SandboxMessage message = SandboxMessage.created(origin, body);
        if (!message.isEphemeral()) {
            enterThread(message);
        }
        origin.channel().stored().put(message.id(), message);
        tell("MESSAGE_CREATE", message, MessagePayloads.event(world, message));
        world.listeners().tell(new MessagePosted(message));
        return message;
    }

    /** Replaces the body; 10008 if the message is gone meanwhile. */
    SandboxMessage edit(SandboxMessage message, MessageBody body) {
        SandboxMessage before = require(message.channel(), message.id());
        if (!before.isEphemeral()) {
            ThreadAccess.checkEditing(before.channel());
        }
        SandboxMessage after = before.edited(body, world.now());
        after.channel().stored().put(after.id(), after);
        tell("MESSAGE_UPDATE", after, MessagePayloads.event(world, after));
        world.listeners().tell(new MessageEdited(before, after));
        return after;
    }

    void delete(SandboxMessage message) {
        if (message.channel().stored().remove(message.id()) == null) {
            throw new DiscordException(DiscordError.UNKNOWN_MESSAGE);
        }
        ObjectNode data = Json.object();
        data.put("id", Json.id(message.id()));
        data.put("channel_id", Json.id(message.channel().id()));
        message.channel().guild().ifPresent(guild -> data.put("guild_id", Json.id(guild.id())));
        tell("MESSAGE_DELETE", message, data);
        world.listeners().tell(new MessageDeleted(message));
    }

    Optional<SandboxMessage> find(SandboxChannel channel, long id) {
        return Optional.ofNullable(channel.stored().get(id));
    }

    SandboxMessage require(SandboxChannel channel, long id) {
        return find(channel, id).orElseThrow(() -> new DiscordException(DiscordError.UNKNOWN_MESSAGE));
    }

    /** Answers by an interaction's token come from the application, and make nobody a member. */
    private void enterThread(SandboxMessage message) {
        boolean isBot = message.author().equals(world.bot());
        if (isBot) {
            ThreadAccess.checkSending(message.channel());
        }
        if (message.channel() instanceof SandboxThread thread) {
            thread.wake();
            if (message.interaction().isEmpty()) {
                thread.guild()
                        .flatMap(guild -> guild.memberOf(message.author()))
                        .ifPresent(thread::join);
            }
        }
    }

    private void tell(String type, SandboxMessage message, ObjectNode data) {
        if (message.isEphemeral()) {
            return;
        }
        Optional<SandboxGuild> guild = message.channel().guild();
        if (!message.channel().isBotAbleTo(Permission.VIEW_CHANNEL)) {
            return;
        }
        OptionalLong guildId = guild.map(own -> OptionalLong.of(own.id())).orElse(OptionalLong.empty());
        int intent = guild.isPresent() ? GatewayEvent.GUILD_MESSAGES : GatewayEvent.DIRECT_MESSAGES;
        world.tell(new GatewayEvent(type, guildId, intent, data));
    }
}
