package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** INTERACTION_CREATE as Discord writes it, and the answer to a callback. Call with the world's lock held. */
final class InteractionPayloads {
    private static final long WITHOUT_BOT =
            Permission.ATTACH_FILES.bit() | Permission.EMBED_LINKS.bit() | Permission.MENTION_EVERYONE.bit();
    private static final long WITH_BOT = WITHOUT_BOT | Permission.USE_EXTERNAL_EMOJIS.bit();

    private InteractionPayloads() {}

    static ObjectNode event(World world, SandboxInteraction interaction) {
        SandboxChannel channel = interaction.channel();
        ObjectNode json = Json.object();
        json.put("id", Json.id(interaction.id()));
        json.put("application_id", Json.id(world.bot().id()));
        json.put("type", interaction.kind().number());
        json.put("token", interaction.interactionToken());
        json.put("version", 1);
        json.set("data", interaction.data());
        json.put("channel_id", Json.id(channel.id()));
        json.set("channel", partialChannel(world, interaction));
        json.put("locale", interaction.user().locale());
        json.putArray("entitlements");
        json.set("authorizing_integration_owners", interaction.authorization().json());
        json.put("context", InteractionContext.of(channel).number());
        json.put("attachment_size_limit", channel.claimedUploadLimit().orElse(interaction.uploadLimit()));
        interaction
                .source()
                .ifPresent(message -> json.set("message", MessagePayloads.message(world, current(message))));
        channel.guild()
                .ifPresentOrElse(
                        guild -> addGuild(world, json, guild, interaction), () -> addDirect(json, interaction));
        return json;
    }

    /** The channel as the user sees it: with what they may do in it, or with whom they talk, the bot for instance. */
    private static ObjectNode partialChannel(World world, SandboxInteraction interaction) {
        SandboxChannel channel = interaction.channel();
        ObjectNode json = GuildPayloads.channel(channel);
        if (channel.guild().isEmpty()) {
            ArrayNode others = json.putArray("recipients");
            List<SandboxUser> people =
                    channel instanceof SandboxPrivateChannel group ? group.people() : List.of(world.bot());
            people.stream()
                    .filter(person -> !person.equals(interaction.user()))
                    .forEach(person -> others.add(GuildPayloads.user(person)));
        }
        channel.guild()
                .flatMap(guild -> guild.memberOf(interaction.user()))
                .ifPresent(member -> json.put("permissions", Json.id(Permissions.inChannel(member, channel))));
        return json;
    }

    private static SandboxMessage current(SandboxMessage message) {
        return message.channel().stored().getOrDefault(message.id(), message);
    }

    private static void addGuild(World world, ObjectNode json, SandboxGuild guild, SandboxInteraction interaction) {
        SandboxChannel channel = interaction.channel();
        json.put("guild_id", Json.id(guild.id()));
        json.put("guild_locale", guild.locale());
        ObjectNode partial = json.putObject("guild");
        partial.put("id", Json.id(guild.id()));
        partial.put("locale", guild.locale());
        partial.putArray("features");
        guild.memberOf(world.bot())
                .ifPresent(bot -> json.put("app_permissions", Json.id(Permissions.inChannel(bot, channel))));
        guild.memberOf(interaction.user()).ifPresent(member -> {
            if (!guild.isBotIn()) {
                // Brought along by a user, it is "forced to respect the user's permissions".
                json.put("app_permissions", Json.id(Permissions.inChannel(member, channel)));
            }
            ObjectNode invoker = GuildPayloads.member(member);
            invoker.put("permissions", Json.id(Permissions.inChannel(member, channel)));
            json.set("member", invoker);
        });
    }

    private static void addDirect(ObjectNode json, SandboxInteraction interaction) {
        boolean isBots = interaction.channel().isDirect();
        json.put("app_permissions", Json.id(isBots ? WITH_BOT : WITHOUT_BOT));
        json.set("user", GuildPayloads.user(interaction.user()));
    }

    /** The body of {@code with_response=true}: the message is there for a message and an update only. */
    static ObjectNode callback(World world, SandboxInteraction interaction, InteractionAnswer answer) {
        ObjectNode json = Json.object();
        ObjectNode about = json.putObject("interaction");
        about.put("id", Json.id(interaction.id()));
        about.put("type", interaction.kind().number());
        boolean hasMessage = answer == InteractionAnswer.MESSAGE || answer == InteractionAnswer.UPDATE;
        interaction.findResponse().ifPresent(message -> {
            about.put("response_message_id", Json.id(message.id()));
            about.put("response_message_loading", message.isLoading());
            about.put("response_message_ephemeral", message.isEphemeral());
            if (hasMessage) {
                ObjectNode resource = json.putObject("resource");
                resource.put("type", answer.number());
                resource.set("message", MessagePayloads.message(world, message));
            }
        });
        return json;
    }
}
