package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.SandboxEvent.InteractionAnswered;
import dev.earworm.sandbox.http.RestAnswer;
import dev.earworm.sandbox.http.RestRequest;
import dev.earworm.sandbox.http.RestRoute;
import dev.earworm.sandbox.rules.CommandRules;
import dev.earworm.sandbox.rules.ComponentRules;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import dev.earworm.sandbox.rules.FormErrors;
import dev.earworm.sandbox.rules.MessageFlags;
import java.util.List;
import java.util.Optional;

/** The first answer to an interaction: {@code POST /interactions/{id}/{token}/callback}. */
final class InteractionRoutes {
    private final World world;
    private final Interactions interactions;
    private final MessageComposer composer;
    private final Messages messages;

    InteractionRoutes(World world, Interactions interactions, MessageComposer composer, Messages messages) {
        this.world = world;
        this.interactions = interactions;
        this.composer = composer;
        this.messages = messages;
    }

    List<RestRoute> routes() {
        return List.of(RestRoute.interaction(
                "POST", "/interactions/{interaction}/{interactionToken}/callback", this::callback));
    }

    private RestAnswer callback(RestRequest request) {
        SandboxInteraction interaction =
                world.read(() -> interactions.require(request.id("interaction"), request.path("interactionToken")));
        InteractionAnswer answer = answer(request, interaction);
        MessageComposer.checkSizes(request.uploads(), world.read(interaction::uploadLimit));
        Runnable effect = effect(request, interaction, answer);
        return world.change(() -> {
            interactions.checkUnanswered(interaction);
            effect.run();
            interaction.answered(answer);
            world.listeners().tell(new InteractionAnswered(interaction));
            return request.isAsked("with_response")
                    ? RestAnswer.ok(InteractionPayloads.callback(world, interaction, answer))
                    : RestAnswer.empty();
        });
    }

    private static InteractionAnswer answer(RestRequest request, SandboxInteraction interaction) {
        int type = request.object().path("type").asInt();
        Optional<InteractionAnswer> answer = InteractionAnswer.of(type).filter(known -> known.fits(interaction));
        return answer.orElseThrow(() -> FormErrors.of(
                "type", "INTERACTION_CALLBACK_TYPE_INVALID", "Callback type %d does not answer this.".formatted(type)));
    }

    /** Checks the answer's data now and says what it will do. */
    private Runnable effect(RestRequest request, SandboxInteraction interaction, InteractionAnswer answer) {
        ObjectNode data = MessageComposer.data(request);
        MessageFlags wanted = new MessageFlags(data.path("flags").asInt()).settable();
        MessageFlags flags = world.read(() -> interaction.answerFlags(wanted));
        return switch (answer) {
            case MESSAGE -> {
                MessageBody body = composer.create(interaction.channel(), data, request.uploads(), flags);
                yield () -> post(interaction, body);
            }
            case DEFERRED_MESSAGE ->
                () -> post(interaction, MessageBody.loading(flags.without(MessageFlags.VOICE_MESSAGE)));
            case DEFERRED_UPDATE -> () -> interaction.source().ifPresent(interaction::answeredBy);
            case UPDATE -> {
                SandboxMessage source = current(interaction);
                MessageBody body = composer.edit(source, data, request.uploads());
                yield () -> interaction.answeredBy(messages.edit(source, body));
            }
            case CHOICES -> {
                CommandRules.checkChoices(data, CommandForm.focusedType(interaction.data()));
                yield () -> interaction.offered(Choice.all(data.path("choices")));
            }
            case MODAL -> {
                ComponentRules.checkModal(data);
                yield () -> interaction.opened(SandboxModal.of(data));
            }
        };
    }

    private SandboxMessage current(SandboxInteraction interaction) {
        return world.read(() -> interaction
                .source()
                .flatMap(source -> messages.find(source.channel(), source.id()))
                .orElseThrow(() -> new DiscordException(DiscordError.UNKNOWN_MESSAGE)));
    }

    private void post(SandboxInteraction interaction, MessageBody body) {
        int type = interaction.kind() == InteractionKind.COMMAND ? MessageOrigin.COMMAND_ANSWER : MessageOrigin.PLAIN;
        interaction.answeredBy(messages.post(WebhookRoutes.origin(world, interaction, type, body), body));
    }
}
