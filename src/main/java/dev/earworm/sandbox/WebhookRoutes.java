package dev.earworm.sandbox;

import dev.earworm.sandbox.http.RestAnswer;
import dev.earworm.sandbox.http.RestRequest;
import dev.earworm.sandbox.http.RestRoute;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import dev.earworm.sandbox.rules.MessageFlags;
import java.util.List;
import java.util.Optional;

/**
 * What comes after the first answer: editing it, and following up.
 *
 * <p>These routes ask for no permission in the channel, as in Discord; the interaction's token is enough.
 */
final class WebhookRoutes {
    private static final String HOOK = "/webhooks/{application}/{interactionToken}";
    private static final String MESSAGE = HOOK + "/messages/{message}";

    private final World world;
    private final Interactions interactions;
    private final MessageComposer composer;
    private final Messages messages;

    WebhookRoutes(World world, Interactions interactions, MessageComposer composer, Messages messages) {
        this.world = world;
        this.interactions = interactions;
        this.composer = composer;
        this.messages = messages;
    }

    List<RestRoute> routes() {
        return List.of(
                RestRoute.interaction("POST", HOOK, this::followUp),
                RestRoute.interaction("GET", MESSAGE, this::get),
                RestRoute.interaction("PATCH", MESSAGE, this::edit),
                RestRoute.interaction("DELETE", MESSAGE, this::delete));
    }

    /** An answer's or a follow-up's unchanging part; an ephemeral one is for the member who asked. */
    static MessageOrigin origin(World world, SandboxInteraction interaction, int type, MessageBody body) {
        return new MessageOrigin(
                world.nextId(),
                interaction.channel(),
                world.bot(),
                world.now(),
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.of(interaction),
                body.flags().isEphemeral() ? Optional.of(interaction.user()) : Optional.empty());
    }

    private RestAnswer followUp(RestRequest request) {
        SandboxInteraction interaction = interaction(request);
        Optional<SandboxMessage> loading = interaction.findResponse().filter(SandboxMessage::isLoading);
        SandboxMessage message = loading.isPresent() ? edit(loading.get(), request) : post(interaction, request);
        return RestAnswer.ok(world.read(() -> MessagePayloads.message(world, message)));
    }

    private SandboxMessage post(SandboxInteraction interaction, RestRequest request) {
        MessageFlags wanted = new MessageFlags(request.object().path("flags").asInt()).settable();
        MessageFlags flags = world.read(() -> interaction.answerFlags(wanted));
        MessageBody body = composer.create(interaction.channel(), request.object(), request.uploads(), flags);
        return world.change(() -> {
            if (!interaction.hasMoreFollowUps()) {
                throw new DiscordException(DiscordError.TOO_MANY_FOLLOW_UPS);
            }
            SandboxMessage message = messages.post(origin(world, interaction, MessageOrigin.PLAIN, body), body);
            interaction.followedBy(message);
            return message;
        });
    }

    private SandboxMessage edit(SandboxMessage message, RestRequest request) {
        MessageBody body = composer.edit(message, request.object(), request.uploads());
        return world.change(() -> messages.edit(message, body));
    }

    private RestAnswer get(RestRequest request) {
        SandboxMessage message = message(request);
        return RestAnswer.ok(world.read(() -> MessagePayloads.message(world, message)));
    }

    private RestAnswer edit(RestRequest request) {
        SandboxMessage message = edit(message(request), request);
        return RestAnswer.ok(world.read(() -> MessagePayloads.message(world, message)));
    }

    private RestAnswer delete(RestRequest request) {
        SandboxMessage message = message(request);
        world.change(() -> {
            if (!message.isEphemeral()) {
                ThreadAccess.checkDeleting(message.channel());
            }
            messages.delete(message);
        });
        return RestAnswer.empty();
    }

    private SandboxInteraction interaction(RestRequest request) {
        return world.read(() -> {
            SandboxInteraction interaction =
                    interactions.requireAnswered(request.id("application"), request.path("interactionToken"));
            MessageComposer.checkSizes(request.uploads(), interaction.uploadLimit());
            return interaction;
        });
    }

    private SandboxMessage message(RestRequest request) {
        SandboxInteraction interaction = interaction(request);
        if (request.path("message").equals("@original")) {
            return interaction.findResponse().orElseThrow(() -> new DiscordException(DiscordError.UNKNOWN_MESSAGE));
        }
        long id = request.id("message");
        return world.read(() -> {
            if (!interaction.owns(id)) {
                throw new DiscordException(DiscordError.UNKNOWN_MESSAGE);
            }
            return messages.require(interaction.channel(), id);
        });
    }
}
