package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Users, members, roles, channels and guilds as Discord writes them. Call with the world's lock held. */
final class GuildPayloads {
    private static final long TIER_2 = 50L * 1024 * 1024;
    private static final long TIER_3 = 100L * 1024 * 1024;

    private GuildPayloads() {}

    static ObjectNode user(SandboxUser user) {
        ObjectNode json = Json.object();
        json.put("id", Json.id(user.id()));
        json.put("username", user.name());
        json.put("discriminator", "0");
        json.put("global_name", user.name());
        json.putNull("avatar");
        json.put("bot", user.isBot());
        json.put("public_flags", 0);
        json.put("flags", 0);
        json.putNull("primary_guild");
        return json;
    }

    static ObjectNode member(SandboxMember member) {
        ObjectNode json = memberWithoutUser(member);
        json.set("user", user(member.user()));
        return json;
    }

    static ObjectNode memberWithoutUser(SandboxMember member) {
        ObjectNode json = Json.object();
        json.putNull("nick");
        json.putNull("avatar");
        ArrayNode roles = json.putArray("roles");
        member.heldRoles().forEach(role -> roles.add(Json.id(role.id())));
        json.put("joined_at", member.joinedAt().toString());
        json.put("deaf", false);
        json.put("mute", false);
        json.put("flags", 0);
        json.put("pending", false);
        return json;
    }

    static ObjectNode memberEvent(SandboxMember member) {
        ObjectNode json = member(member);
        json.put("guild_id", Json.id(member.guild().id()));
        return json;
    }

    static ObjectNode role(SandboxRole role) {
        ObjectNode json = Json.object();
        json.put("id", Json.id(role.id()));
        json.put("name", role.name());
        json.put("color", 0);
        ObjectNode colors = json.putObject("colors");
        colors.put("primary_color", 0);
        colors.putNull("secondary_color");
        colors.putNull("tertiary_color");
        json.put("hoist", false);
        json.put("position", role.position());
        json.put("permissions", Json.id(role.bits()));
        json.put("managed", role == role.guild().botRole());
        json.put("mentionable", false);
        json.put("flags", 0);
        return json;
    }

    static ObjectNode roleEvent(SandboxRole role) {
        ObjectNode json = Json.object();
        json.put("guild_id", Json.id(role.guild().id()));
        json.set("role", role(role));
        return json;
    }

    static ObjectNode channel(SandboxChannel channel) {
        return switch (channel) {
            case SandboxThread thread -> ThreadPayloads.thread(thread);
            case SandboxForum forum -> forum(forum);
            case SandboxChatChannel chat -> chat(chat);
            case SandboxPrivateChannel group -> group(group);
            case SandboxChannel plain -> plain(plain);
        };
    }

    private static ObjectNode chat(SandboxChatChannel chat) {
        ObjectNode json = plain(chat);
        chat.describe(json);
        return json;
    }

    private static ObjectNode forum(SandboxForum forum) {
        ObjectNode json = plain(forum);
        json.putArray("available_tags");
        json.putNull("default_reaction_emoji");
        json.putNull("default_sort_order");
        json.put("default_forum_layout", 0);
        json.put("default_thread_rate_limit_per_user", 0);
        return json;
    }

    private static ObjectNode group(SandboxPrivateChannel channel) {
        ObjectNode json = plain(channel);
        if (channel.people().size() > 2) {
            json.putNull("name");
            json.putNull("icon");
            json.put("owner_id", Json.id(channel.people().getFirst().id()));
        }
        return json;
    }

    private static ObjectNode plain(SandboxChannel channel) {
        ObjectNode json = Json.object();
        json.put("id", Json.id(channel.id()));
        json.put("type", channel.type());
        json.put("flags", 0);
        json.putNull("last_message_id");
        channel.recipient().ifPresent(user -> json.putArray("recipients").add(user(user)));
        channel.guild().ifPresent(guild -> {
            json.put("guild_id", Json.id(guild.id()));
            json.put("name", channel.name());
            json.put("position", channel.position());
            json.put("nsfw", false);
            json.putNull("topic");
            json.putNull("parent_id");
            json.put("rate_limit_per_user", 0);
            addOverwrites(json.putArray("permission_overwrites"), channel, guild);
        });
        return json;
    }

    private static void addOverwrites(ArrayNode json, SandboxChannel channel, SandboxGuild guild) {
        channel.overwrites().forEach((holder, overwrite) -> {
            boolean isRole = guild.roles().stream().anyMatch(role -> role.id() == holder);
            json.addObject()
                    .put("id", Json.id(holder))
                    .put("type", isRole ? 0 : 1)
                    .put("allow", Json.id(overwrite.allowed()))
                    .put("deny", Json.id(overwrite.denied()));
        });
    }

    static ObjectNode guild(SandboxGuild guild) {
        ObjectNode json = Json.object();
        json.put("id", Json.id(guild.id()));
        json.put("name", guild.name());
        json.putNull("icon");
        json.putNull("splash");
        json.putNull("banner");
        json.putNull("description");
        json.putNull("afk_channel_id");
        json.putNull("system_channel_id");
        json.putNull("rules_channel_id");
        json.putNull("public_updates_channel_id");
        json.putNull("vanity_url_code");
        json.put("owner_id", Json.id(guild.ownerUser().id()));
        json.put("afk_timeout", 300);
        json.put("verification_level", 0);
        json.put("default_message_notifications", 1);
        json.put("explicit_content_filter", 0);
        json.put("mfa_level", 0);
        json.put("nsfw_level", 0);
        json.put("system_channel_flags", 0);
        json.put("premium_tier", tier(guild.uploadLimit()));
        json.put("premium_subscription_count", 0);
        json.put("premium_progress_bar_enabled", false);
        json.put("preferred_locale", guild.locale());
        json.put("max_members", 500_000);
        json.putArray("features");
        json.putArray("emojis");
        json.putArray("stickers");
        ArrayNode roles = json.putArray("roles");
        guild.roles().forEach(role -> roles.add(role(role)));
        return json;
    }

    /** Libraries guess the upload limit from the boost tier: 2 means 50 MiB, 3 means 100 MiB. */
    private static int tier(long uploadLimit) {
        if (uploadLimit >= TIER_3) {
            return 3;
        }
        return uploadLimit >= TIER_2 ? 2 : 0;
    }

    static ObjectNode guildCreate(SandboxGuild guild) {
        ObjectNode json = guild(guild);
        SandboxMember bot = guild.bot();
        json.put("joined_at", bot.joinedAt().toString());
        json.put("large", false);
        json.put("unavailable", false);
        json.put("member_count", guild.memberList().size());
        for (String empty : new String[] {
            "voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"
        }) {
            json.putArray(empty);
        }
        // Without privileged intents Discord sends little more than the bot itself.
        json.putArray("members").add(member(bot));
        ArrayNode channels = json.putArray("channels");
        guild.channelList().forEach(channel -> channels.add(channel(channel)));
        ArrayNode threads = json.putArray("threads");
        guild.activeThreads().forEach(thread -> threads.add(ThreadPayloads.withMember(thread, bot.user())));
        return json;
    }
}
