package dev.earworm.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.Mentions;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxUser;
import java.util.Collection;

/** A message as the page is told of it. */
final class MessageJson {
    private MessageJson() {}

    static ObjectNode of(SandboxMessage message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        EmbeddedFiles files = new EmbeddedFiles(message.files());
        json.put("id", id(message.id()));
        json.put("channel", id(message.channel().id()));
        json.put("at", message.createdAt().toEpochMilli());
        json.putNull("edited");
        message.editedAt().ifPresent(at -> json.put("edited", at.toEpochMilli()));
        json.set("author", user(message.author()).put("bot", message.author().isBot()));
        json.put("content", message.content());
        ArrayNode none = json.arrayNode();
        json.set("embeds", message.areEmbedsHidden() ? none : files.resolved(message.embedJson()));
        json.set("components", files.resolved(message.componentJson()));
        ArrayNode shown = json.putArray("files");
        files.others().forEach(file -> shown.add(file(file)));
        json.put("ephemeral", message.isEphemeral());
        json.put("loading", message.isLoading());
        json.put("voice", message.isVoiceMessage());
        json.putNull("reply");
        message.replyTo().ifPresent(replied -> json.put("reply", id(replied)));
        json.putNull("interaction");
        message.interaction().ifPresent(interaction -> json.set("interaction", interaction(interaction)));
        json.set("mentions", mentions(message.mentions()));
        return json;
    }

    static ObjectNode user(SandboxUser user) {
        return JsonNodeFactory.instance.objectNode().put("id", id(user.id())).put("name", user.name());
    }

    static String id(long id) {
        return Long.toUnsignedString(id);
    }

    /** Where the page finds a file; other than Discord's addresses, it does not end after a day. */
    static String path(SandboxFile file) {
        return "/page/files/%s/%s".formatted(id(file.id()), file.name());
    }

    private static ObjectNode file(SandboxFile file) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id(file.id()));
        json.put("name", file.name());
        json.put("type", file.contentType());
        json.put("size", file.size());
        json.put("url", path(file));
        json.put("description", file.description().orElse(null));
        json.putNull("voice");
        file.voice()
                .ifPresent(voice -> json.putObject("voice")
                        .put("seconds", voice.duration().toMillis() / 1000.0)
                        .put("waveform", voice.waveform()));
        return json;
    }

    private static ObjectNode interaction(SandboxInteraction interaction) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id(interaction.id()));
        json.put("name", interaction.name());
        json.put("kind", interaction.kind().name());
        json.set("user", user(interaction.user()));
        return json;
    }

    private static JsonNode mentions(Mentions mentions) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("users", ids(mentions.users()));
        json.set("roles", ids(mentions.roles()));
        return json.put("everyone", mentions.everyone());
    }

    static ArrayNode ids(Collection<Long> ids) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        ids.forEach(id -> json.add(id(id)));
        return json;
    }
}
