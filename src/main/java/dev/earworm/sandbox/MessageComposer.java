package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.http.RestRequest;
import dev.earworm.sandbox.http.Upload;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import dev.earworm.sandbox.rules.FormErrors;
import dev.earworm.sandbox.rules.MessageFlags;
import dev.earworm.sandbox.rules.MessageRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a message's body from what a bot sends: checks it, keeps its files, finds whom it mentions.
 *
 * <p>Nothing is posted yet; a refusal leaves no trace but a file on disk.
 */
final class MessageComposer {
    private final World world;
    private final FileStore files;

    MessageComposer(World world, FileStore files) {
        this.world = world;
        this.files = files;
    }

    /** A new message; the payload is the request's body, or its {@code data} for an interaction's callback. */
    MessageBody create(SandboxChannel channel, JsonNode payload, List<Upload> uploads, MessageFlags flags) {
        MessageRules.check(payload, flags);
        if (flags.isVoiceMessage()) {
            VoiceAttachments.check(payload, uploads);
        }
        List<SandboxFile> kept = added(channel, uploads, newAttachments(payload), flags);
        String content = payload.path("content").asText("");
        return new MessageBody(
                content,
                embeds(payload, Json.array()),
                ComponentNumbers.numbered(array(payload.path("components"), Json.array())),
                kept,
                flags,
                mentions(channel, content, payload));
    }

    /** A message as it will be after an edit; what the payload does not name stays. */
    MessageBody edit(SandboxMessage message, JsonNode payload, List<Upload> uploads) {
        MessageBody old = message.body();
        if (old.flags().isVoiceMessage()) {
            throw new DiscordException(DiscordError.VOICE_EDITED);
        }
        MessageFlags flags = editedFlags(old.flags(), payload);
        MessageRules.check(payload, flags);
        String content = payload.has("content") ? payload.path("content").asText("") : old.content();
        if (payload.path("content").isNull()) {
            content = "";
        }
        MessageBody changed = new MessageBody(
                content,
                embeds(payload, old.embeds()),
                ComponentNumbers.numbered(array(payload.path("components"), old.components())),
                editedFiles(message, payload, uploads),
                flags.without(MessageFlags.LOADING),
                payload.has("content") ? mentions(message.channel(), content, payload) : old.mentions());
        if (changed.isEmpty()) {
            throw new DiscordException(DiscordError.EMPTY_MESSAGE);
        }
        return changed;
    }

    /** Of the flags an edit may only suppress embeds, and turn to components V2 for good. */
    private static MessageFlags editedFlags(MessageFlags old, JsonNode payload) {
        if (!payload.hasNonNull("flags")) {
            return old;
        }
        int wanted = payload.path("flags").asInt();
        MessageFlags flags = old.without(MessageFlags.SUPPRESS_EMBEDS);
        return flags.with(wanted & (MessageFlags.SUPPRESS_EMBEDS | MessageFlags.COMPONENTS_V2));
    }

    /** Only listed attachments stay; without a list all do, and new files are added. */
    private List<SandboxFile> editedFiles(SandboxMessage message, JsonNode payload, List<Upload> uploads) {
        if (!payload.has("attachments")) {
            List<SandboxFile> all = new ArrayList<>(message.files());
            all.addAll(added(message.channel(), uploads, newAttachments(payload), message.flags()));
            return List.copyOf(all);
        }
        List<SandboxFile> kept = new ArrayList<>();
        ArrayNode fresh = Json.array();
        for (JsonNode attachment : payload.path("attachments")) {
            long id = attachment.path("id").asLong();
            Optional<SandboxFile> known =
                    message.files().stream().filter(file -> file.id() == id).findFirst();
            known.ifPresentOrElse(file -> kept.add(described(file, attachment)), () -> fresh.add(attachment));
        }
        List<Upload> listed = uploads.stream()
                .filter(upload -> attachmentOf(upload, fresh).isPresent())
                .toList();
        kept.addAll(added(message.channel(), listed, fresh, message.flags()));
        return List.copyOf(kept);
    }

    /** Discord makes every embed that a bot sends a "rich" one, whatever it says (resources/message, embed object). */
    private static ArrayNode embeds(JsonNode payload, ArrayNode unchanged) {
        ArrayNode embeds = array(payload.path("embeds"), unchanged).deepCopy();
        embeds.forEach(embed -> ((ObjectNode) embed).put("type", "rich"));
        return embeds;
    }

    /** "The file upload size limit applies to each file in a request" (reference, "Uploading Files"): 40005. */
    static void checkSizes(List<Upload> uploads, long limit) {
        if (uploads.stream().anyMatch(upload -> upload.size() > limit)) {
            throw new DiscordException(DiscordError.ENTITY_TOO_LARGE);
        }
    }

    private static ArrayNode newAttachments(JsonNode payload) {
        return array(payload.path("attachments"), Json.array());
    }

    private List<SandboxFile> added(
            SandboxChannel channel, List<Upload> uploads, ArrayNode attachments, MessageFlags flags) {
        checkPairs(uploads, attachments);
        return uploads.stream()
                .map(upload -> keep(channel, upload, attachmentOf(upload, attachments), flags))
                .toList();
    }

    private SandboxFile keep(SandboxChannel channel, Upload upload, Optional<JsonNode> attachment, MessageFlags flags) {
        JsonNode described = attachment.orElse(Json.object());
        String name = described.path("filename").asText(upload.name());
        Optional<SandboxFile.Voice> voice = flags.isVoiceMessage() ? VoiceAttachments.of(described) : Optional.empty();
        SandboxFile file = files.keep(world.nextId(), channel, name, upload, voice);
        return described(file, described);
    }

    private static SandboxFile described(SandboxFile file, JsonNode attachment) {
        String words = attachment.path("description").asText("");
        return words.isEmpty() ? file : file.describedAs(words);
    }

    private static void checkPairs(List<Upload> uploads, ArrayNode attachments) {
        FormErrors errors = new FormErrors();
        for (int index = 0; index < attachments.size(); index++) {
            long id = attachments.get(index).path("id").asLong();
            if (uploads.stream().noneMatch(upload -> upload.index() == id)) {
                errors.add(
                        "attachments." + index + ".id",
                        "ATTACHMENT_NOT_FOUND",
                        "Attachment data for files[%d] was not found".formatted(id));
            }
        }
        errors.throwIfAny();
    }

    private static Optional<JsonNode> attachmentOf(Upload upload, ArrayNode attachments) {
        for (JsonNode attachment : attachments) {
            if (attachment.path("id").asLong() == upload.index()) {
                return Optional.of(attachment);
            }
        }
        return Optional.empty();
    }

    private Mentions mentions(SandboxChannel channel, String content, JsonNode payload) {
        boolean mayMentionEveryone = world.read(() -> channel.isBotAbleTo(Permission.MENTION_EVERYONE));
        return Mentions.of(content, payload.path("allowed_mentions"), mayMentionEveryone);
    }

    private static ArrayNode array(JsonNode value, ArrayNode absent) {
        if (value.isNull()) {
            return Json.array();
        }
        return value instanceof ArrayNode list ? list.deepCopy() : absent;
    }

    static ObjectNode data(RestRequest request) {
        JsonNode data = request.object().path("data");
        return data instanceof ObjectNode object ? object : Json.object();
    }
}
