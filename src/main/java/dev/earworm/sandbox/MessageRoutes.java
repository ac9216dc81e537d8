package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.http.RestAnswer;
import dev.earworm.sandbox.http.RestRequest;
import dev.earworm.sandbox.http.RestRoute;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import dev.earworm.sandbox.rules.FormErrors;
import dev.earworm.sandbox.rules.MessageFlags;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The bot's own messages in channels: developers/resources/message. */
final class MessageRoutes {
    /** "The past few minutes", say the docs of {@code enforce_nonce}; here five. */
    private static final Duration NONCE_MEMORY = Duration.ofMinutes(5);

    private static final String ALL = "/channels/{channel}/messages";
    private static final String ONE = ALL + "/{message}";

    private final World world;
    private final MessageComposer composer;
    private final Messages messages;
    private final BotAccess access;
    private final OldMessageEdits oldEdits;

    MessageRoutes(World world, MessageComposer composer, Messages messages) {
        this.world = world;
        this.composer = composer;
        this.messages = messages;
        this.access = new BotAccess(world);
        this.oldEdits = new OldMessageEdits(world);
    }

    List<RestRoute> routes() {
        return List.of(
                RestRoute.bot("POST", ALL, this::create),
                RestRoute.bot("GET", ALL, this::list),
                RestRoute.bot("GET", ONE, this::get),
                RestRoute.bot("PATCH", ONE, this::edit),
                RestRoute.bot("DELETE", ONE, this::delete));
    }

    private RestAnswer create(RestRequest request) {
        SandboxChannel channel = world.read(() -> access.requireSending(request.id("channel")));
        access.checkRecipient(channel);
        checkSizes(request, channel);
        ObjectNode payload = request.object();
        MessageFlags flags =
                new MessageFlags(payload.path("flags").asInt()).settable().without(MessageFlags.EPHEMERAL);
        checkPermissions(channel, request, flags);
        MessageBody body = withoutForbiddenEmbeds(channel, composer.create(channel, payload, request.uploads(), flags));
        return world.change(() -> {
            Optional<SandboxMessage> first = firstOfNonce(channel, payload);
            SandboxMessage message = first.orElseGet(() -> post(channel, payload, body));
            return RestAnswer.ok(MessagePayloads.message(world, message));
        });
    }

    private void checkSizes(RestRequest request, SandboxChannel channel) {
        MessageComposer.checkSizes(request.uploads(), world.read(channel::uploadLimit));
    }

    private SandboxMessage post(SandboxChannel channel, ObjectNode payload, MessageBody body) {
        Optional<SandboxMessage> replied = replied(channel, payload);
        boolean isMentioned = replied.isPresent() && Mentions.allowsReplied(payload.path("allowed_mentions"));
        MessageBody full = isMentioned ? mentioning(replied.get().author(), body) : body;
        MessageOrigin origin = new MessageOrigin(
                world.nextId(),
                channel,
                world.bot(),
                world.now(),
                replied.isPresent() ? MessageOrigin.REPLY : MessageOrigin.PLAIN,
                nonce(payload),
                replied.map(SandboxMessage::id),
                Optional.empty(),
                Optional.empty());
        return messages.post(origin, full);
    }

    private static MessageBody mentioning(SandboxUser user, MessageBody body) {
        return new MessageBody(
                body.content(),
                body.embeds(),
                body.components(),
                body.files(),
                body.flags(),
                body.mentions().plusUser(user.id()));
    }

    private Optional<SandboxMessage> replied(SandboxChannel channel, JsonNode payload) {
        JsonNode reference = payload.path("message_reference");
        if (!reference.hasNonNull("message_id")) {
            return Optional.empty();
        }
        Optional<SandboxMessage> message =
                messages.find(channel, reference.path("message_id").asLong());
        if (message.isEmpty() && reference.path("fail_if_not_exists").asBoolean(true)) {
            throw FormErrors.of("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }
        return message;
    }

    private void checkPermissions(SandboxChannel channel, RestRequest request, MessageFlags flags) {
        boolean isReply = request.object().path("message_reference").hasNonNull("message_id");
        if (isReply && !world.read(() -> access.isAllowed(channel, Permission.READ_MESSAGE_HISTORY))) {
            throw new DiscordException(DiscordError.REPLY_WITHOUT_HISTORY);
        }
        // A voice message is an attachment in name only: it asks for its own permission instead.
        if (flags.isVoiceMessage()) {
            checkVoice(channel);
        } else if (!request.uploads().isEmpty()) {
            access.check(channel, Permission.ATTACH_FILES);
        }
    }

    private void checkVoice(SandboxChannel channel) {
        if (!world.read(() -> access.isAllowed(channel, Permission.SEND_VOICE_MESSAGES))) {
            throw new DiscordException(DiscordError.VOICE_NOT_HERE);
        }
    }

    /**
     * Without EMBED_LINKS the embeds are dropped and the rest is posted.
     *
     * <p>Discord's documentation names no error for it (developers/topics/permissions says only that links "will be
     * auto-embedded" with it), so this is the milder reading; a message of embeds alone then is empty (50006).
     */
    private MessageBody withoutForbiddenEmbeds(SandboxChannel channel, MessageBody body) {
        boolean mayEmbed = world.read(() -> access.isAllowed(channel, Permission.EMBED_LINKS));
        return mayEmbed
                ? body
                : new MessageBody(
                        body.content(), Json.array(), body.components(), body.files(), body.flags(), body.mentions());
    }

    private Optional<SandboxMessage> firstOfNonce(SandboxChannel channel, JsonNode payload) {
        Optional<JsonNode> nonce = nonce(payload);
        if (nonce.isEmpty() || !payload.path("enforce_nonce").asBoolean()) {
            return Optional.empty();
        }
        return channel.stored().values().stream()
                .filter(message -> message.author().equals(world.bot()))
                .filter(message -> message.createdAt().isAfter(world.now().minus(NONCE_MEMORY)))
                .filter(message ->
                        message.origin().nonce().filter(nonce.get()::equals).isPresent())
                .findFirst();
    }

    private static Optional<JsonNode> nonce(JsonNode payload) {
        return payload.hasNonNull("nonce") ? Optional.of(payload.get("nonce")) : Optional.empty();
    }

    private RestAnswer list(RestRequest request) {
        return world.read(() -> {
            SandboxChannel channel = access.require(request.id("channel"), Permission.VIEW_CHANNEL);
            int limit = request.queried("limit", 1, 100, 50);
            if (!access.isAllowed(channel, Permission.READ_MESSAGE_HISTORY)) {
                return RestAnswer.ok(Json.array());
            }
            Optional<Long> before = request.queriedId("before");
            Optional<Long> after = request.queriedId("after");
            Stream<SandboxMessage> found = channel.messages().reversed().stream()
                    .filter(message -> before.isEmpty() || message.id() < before.get())
                    .filter(message -> after.isEmpty() || message.id() > after.get());
            ArrayNode json = Json.array();
            found.limit(limit).forEach(message -> json.add(MessagePayloads.message(world, message)));
            return RestAnswer.ok(json);
        });
    }

    private RestAnswer get(RestRequest request) {
        return world.read(() -> {
            access.require(request.id("channel"), Permission.READ_MESSAGE_HISTORY);
            return RestAnswer.ok(MessagePayloads.message(world, message(request)));
        });
    }

    private RestAnswer edit(RestRequest request) {
        SandboxMessage message = world.read(() -> {
            access.require(request.id("channel"), Permission.VIEW_CHANNEL);
            return message(request);
        });
        if (!message.author().equals(world.bot())) {
            throw new DiscordException(DiscordError.NOT_THE_AUTHOR);
        }
        if (!request.uploads().isEmpty()) {
            access.check(message.channel(), Permission.ATTACH_FILES);
        }
        checkSizes(request, message.channel());
        MessageBody body =
                withoutForbiddenEmbeds(message.channel(), composer.edit(message, request.object(), request.uploads()));
        return world.change(() -> {
            oldEdits.count(message);
            return RestAnswer.ok(MessagePayloads.message(world, messages.edit(message, body)));
        });
    }

    private RestAnswer delete(RestRequest request) {
        return world.change(() -> {
            SandboxChannel channel = access.require(request.id("channel"), Permission.VIEW_CHANNEL);
            SandboxMessage message = message(request);
            if (!message.author().equals(world.bot())) {
                access.checkModeration(channel, Permission.MANAGE_MESSAGES);
            }
            ThreadAccess.checkDeleting(channel);
            messages.delete(message);
            return RestAnswer.empty();
        });
    }

    /** Ephemeral messages are not found this way, only by their interaction. */
    private SandboxMessage message(RestRequest request) {
        SandboxMessage message = messages.require(world.requireChannel(request.id("channel")), request.id("message"));
        if (message.isEphemeral()) {
            throw new DiscordException(DiscordError.UNKNOWN_MESSAGE);
        }
        return message;
    }
}
