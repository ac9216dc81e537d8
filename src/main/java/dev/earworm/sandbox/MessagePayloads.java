package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.SandboxConfig.PrivilegedIntents;

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
        json.put("timestamp", origin.createdAt().toString());
        message.editedAt()
                .ifPresentOrElse(
                        at -> json.put("edited_timestamp", at.toString()), () -> json.putNull("edited_timestamp"));
        json.put("tts", false);
        json.put("pinned", false);
        json.put("flags", message.flags().bits());
        addContent(world, json, message);
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

    /**
     * What was written: empty for a bot that it does not concern and that was not given MESSAGE_CONTENT.
     *
     * <p>developers/events/gateway, "Message Content Intent"; it holds for REST as well.
     */
    private static void addContent(World world, ObjectNode json, SandboxMessage message) {
        boolean isTold = isContentTold(world, message);
        json.put("content", isTold ? message.content() : "");
        json.set("embeds", isTold ? message.embedJson() : Json.array());
        json.set("components", isTold ? message.componentJson() : Json.array());
        ArrayNode attachments = json.putArray("attachments");
        if (isTold) {
            message.files().forEach(file -> attachments.add(attachment(world, file, message.isEphemeral())));
        }
    }

    private static boolean isContentTold(World world, SandboxMessage message) {
        return world.config().privilegedIntents() == PrivilegedIntents.GRANTED
                || message.author().equals(world.bot())
                || message.channel().guild().isEmpty()
                || message.mentions().users().contains(world.bot().id());
    }

    static ObjectNode attachment(World world, SandboxFile file, boolean isEphemeral) {
        String url = world.files().freshAddress(file);
        ObjectNode json = Json.object();
        json.put("id", Json.id(file.id()));
        json.put("filename", file.name());
        json.put("content_type", file.contentType());
        json.put("size", file.size());
        json.put("url", url);
        json.put("proxy_url", url);
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
        metadata.set(
                "authorizing_integration_owners", interaction.authorization().json());
        if (interaction.kind() == InteractionKind.COMPONENT) {
            interaction.source().ifPresent(source -> metadata.put("interacted_message_id", Json.id(source.id())));
        }
    }
}
