package dev.earworm.sandbox;

import dev.earworm.sandbox.SandboxEvent.InteractionFailed;
import dev.earworm.sandbox.SandboxEvent.InteractionSent;
import dev.earworm.sandbox.gateway.GatewayEvent;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Sends interactions to the bot, and knows which of them can still be answered. */
final class Interactions {
    /** How long an interaction that can no longer be answered is still known. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final World world;
    private final Map<String, SandboxInteraction> byToken = new LinkedHashMap<>();
    private Duration tokenLifetime;

    Interactions(World world) {
        this.world = world;
        this.tokenLifetime = world.config().tokenLifetime();
    }

    Duration tokenLifetime() {
        return world.read(() -> tokenLifetime);
    }

    void tokenLifetime(Duration lifetime) {
        world.change(() -> tokenLifetime = lifetime);
    }

    /** Tells the bot. */
    SandboxInteraction send(SandboxInteraction interaction) {
        world.change(() -> {
            byToken.values().removeIf(old -> old.isPast(tokenLifetime.plus(FORGOTTEN_AFTER)));
            byToken.put(interaction.interactionToken(), interaction);
            OptionalLong guild = interaction
                    .channel()
                    .guild()
                    .map(own -> OptionalLong.of(own.id()))
                    .orElse(OptionalLong.empty());
            world.tell(new GatewayEvent(
                    "INTERACTION_CREATE",
                    guild,
                    GatewayEvent.NO_INTENT,
                    InteractionPayloads.event(world, interaction)));
            world.listeners().tell(new InteractionSent(interaction));
        });
        return interaction;
    }

    /** Waits for the bot's first answer; without one in time the interaction has failed for good. */
    SandboxInteraction awaitAnswer(SandboxInteraction interaction) {
        Duration timeout = world.config().ackTimeout();
        world.await(timeout.toNanos(), () -> interaction.answer().isPresent());
        world.change(() -> {
            if (interaction.answer().isEmpty()) {
                interaction.failed();
                world.listeners().tell(new InteractionFailed(interaction));
            }
        });
        return interaction;
    }

    /** The interaction that a callback means; 10062 if there is none of this id and token, 10003 if its channel is gone. */
    SandboxInteraction require(long id, String interactionToken) {
        SandboxInteraction interaction = byToken.get(interactionToken);
        if (interaction == null || interaction.id() != id) {
            throw new DiscordException(DiscordError.UNKNOWN_INTERACTION);
        }
        world.requireChannel(interaction.channel().id());
        return interaction;
    }

    Optional<SandboxInteraction> find(long id) {
        return byToken.values().stream()
                .filter(interaction -> interaction.id() == id)
                .findFirst();
    }

    /** 40060 after the first answer, 10062 after 3 seconds without one. */
    void checkUnanswered(SandboxInteraction interaction) {
        if (interaction.answer().isPresent()) {
            throw new DiscordException(DiscordError.ALREADY_ACKNOWLEDGED);
        }
        if (interaction.isFailed() || interaction.isPast(world.config().ackTimeout())) {
            throw new DiscordException(DiscordError.UNKNOWN_INTERACTION);
        }
    }

    /** The answered interaction of a token; 50027 if it is unknown or too old, 10015 before the first answer, 10003 without channel. */
    SandboxInteraction requireAnswered(long applicationId, String interactionToken) {
        SandboxInteraction interaction = byToken.get(interactionToken);
        if (applicationId != world.bot().id()) {
            throw new DiscordException(DiscordError.UNKNOWN_WEBHOOK);
        }
        if (interaction == null || interaction.isPast(tokenLifetime)) {
            throw new DiscordException(DiscordError.INVALID_WEBHOOK_TOKEN);
        }
        if (interaction.answer().isEmpty() || interaction.kind() == InteractionKind.AUTOCOMPLETE) {
            throw new DiscordException(DiscordError.UNKNOWN_WEBHOOK);
        }
        world.requireChannel(interaction.channel().id());
        return interaction;
    }
}
