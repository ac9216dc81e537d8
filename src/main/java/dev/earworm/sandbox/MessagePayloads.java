package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Messages and attachments as Discord writes them. Call with the world's lock held. */
final class MessagePayloads {
    private MessagePayloads() {}

    static ObjectNode message(World world, SandboxMessage message) {
        MessageOrigin origin = message.origin();
        ObjectNode json = Json.object();
        json.put("id", Json.id(origin.id()));
        json.put("type", origin.type());
        json.put("channel_id", Json.id(origin.channel().id()));
        json.set("author", GuildPayloads.user(origin.author()));
        json.put("content", message.content());
        json.put("timestamp", origin.createdAt().toString());
        message.editedAt()
                .ifPresentOrElse(
                        at -> json.put("edited_timestamp", at.toString()), () -> json.putNull("edited_timestamp"));
        json.put("tts", false);
        json.put("pinned", false);
        json.put("flags", message.flags().bits());
        json.set("embeds", message.embedJson());
        json.set("components", message.componentJson());
        ArrayNode attachments = json.putArray("attachments");
        message.files().forEach(file -> attachments.add(attachment(file, message.isEphemeral())));
        addMentions(world, json, message.mentions());
        origin.nonce().ifPresent(nonce -> json.set("nonce", nonce));
        origin.replyTo()
                .ifPresent(id -> json.putObject("message_reference")
                        .put("type", 0)
                        .put("message_id", Json.id(id))
                        .put("channel_id", Json.id(origin.channel().id())));
        origin.interaction().ifPresent(interaction -> addInteraction(world, json, interaction));
        return json;
    }

    /** The message as the gateway tells it: with the guild and the author's membership. */
    static ObjectNode event(World world, SandboxMessage message) {
        ObjectNode json = message(world, message);
        message.channel().guild().ifPresent(guild -> {
            json.put("guild_id", Json.id(guild.id()));
            guild.memberOf(message.author())
                    .ifPresent(member -> json.set("member", GuildPayloads.memberWithoutUser(member)));
        });
        return json;
    }

    static ObjectNode attachment(SandboxFile file, boolean isEphemeral) {
        ObjectNode json = Json.object();
        json.put("id", Json.id(file.id()));
        json.put("filename", file.name());
        json.put("content_type", file.contentType());
        json.put("size", file.size());
        json.put("url", file.url());
        json.put("proxy_url", file.url());
        json.put("ephemeral", isEphemeral);
        json.put("flags", 0);
        file.description().ifPresent(words -> json.put("description", words));
        file.voice().ifPresent(voice -> {
            json.put("duration_secs", voice.duration().toMillis() / 1000.0);
            json.put("waveform", voice.waveform());
        });
        return json;
    }

    private static void addMentions(World world, ObjectNode json, Mentions mentions) {
        ArrayNode users = json.putArray("mentions");
        mentions.users().forEach(id -> world.user(id).ifPresent(user -> users.add(GuildPayloads.user(user))));
        ArrayNode roles = json.putArray("mention_roles");
        mentions.roles().forEach(id -> roles.add(Json.id(id)));
        json.put("mention_everyone", mentions.everyone());
    }

    private static void addInteraction(World world, ObjectNode json, SandboxInteraction interaction) {
        json.put("application_id", Json.id(world.bot().id()));
        json.put("webhook_id", Json.id(world.bot().id()));
        ObjectNode metadata = json.putObject("interaction_metadata");
        metadata.put("id", Json.id(interaction.id()));
        metadata.put("type", interaction.kind().number());
        metadata.set("user", GuildPayloads.user(interaction.user()));
        metadata.set("authorizing_integration_owners", interaction.integrationOwners());
    }
}
