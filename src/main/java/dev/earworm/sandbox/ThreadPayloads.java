package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Threads and their members as Discord writes them: developers/resources/channel. Call with the world's lock held. */
final class ThreadPayloads {
    private static final int MINUTES_TO_ARCHIVE = 1440;

    private ThreadPayloads() {}

    static ObjectNode thread(SandboxThread thread) {
        ObjectNode json = identity(thread);
        json.put("name", thread.name());
        json.put("owner_id", Json.id(thread.owner().id()));
        json.put("flags", 0);
        json.put("rate_limit_per_user", 0);
        json.put("member_count", thread.joinedIds().size());
        json.put("message_count", messageCount(thread));
        thread.stored().keySet().stream()
                .reduce((_, last) -> last)
                .ifPresentOrElse(
                        last -> json.put("last_message_id", Json.id(last)), () -> json.putNull("last_message_id"));
        if (thread.parent() instanceof SandboxForum) {
            json.putArray("applied_tags");
        }
        ObjectNode metadata = json.putObject("thread_metadata");
        metadata.put("archived", thread.isArchived());
        metadata.put("locked", thread.isLocked());
        metadata.put("auto_archive_duration", MINUTES_TO_ARCHIVE);
        metadata.put("archive_timestamp", thread.archiveChangedAt().toString());
        metadata.put("create_timestamp", thread.createdAt().toString());
        if (thread.isPrivate()) {
            metadata.put("invitable", true);
        }
        return json;
    }

    /** The subset that says which thread it is; all that THREAD_DELETE has. */
    static ObjectNode identity(SandboxThread thread) {
        ObjectNode json = Json.object();
        json.put("id", Json.id(thread.id()));
        json.put("type", thread.type());
        json.put("parent_id", Json.id(thread.parent().id()));
        putGuild(json, thread);
        return json;
    }

    static ObjectNode created(SandboxThread thread) {
        return thread(thread).put("newly_created", true);
    }

    /** With the reader's own membership, if there is one. */
    static ObjectNode withMember(SandboxThread thread, SandboxUser reader) {
        ObjectNode json = thread(thread);
        thread.joinedAt(reader).ifPresent(at -> json.set("member", membership(at)));
        return json;
    }

    static ObjectNode memberUpdate(SandboxThread thread, SandboxUser user, Instant joinedAt) {
        ObjectNode json = member(thread, user, joinedAt);
        putGuild(json, thread);
        return json;
    }

    static ObjectNode joined(SandboxThread thread, SandboxMember member) {
        ObjectNode json = membersUpdate(thread);
        ObjectNode added =
                member(thread, member.user(), thread.joinedAt(member.user()).orElseThrow());
        added.set("member", GuildPayloads.member(member));
        added.putNull("presence");
        json.putArray("added_members").add(added);
        return json;
    }

    static ObjectNode left(SandboxThread thread, SandboxMember member) {
        ObjectNode json = membersUpdate(thread);
        json.putArray("removed_member_ids").add(Json.id(member.id()));
        return json;
    }

    private static ObjectNode membersUpdate(SandboxThread thread) {
        ObjectNode json = Json.object();
        json.put("id", Json.id(thread.id()));
        json.put("member_count", thread.joinedIds().size());
        putGuild(json, thread);
        return json;
    }

    private static ObjectNode member(SandboxThread thread, SandboxUser user, Instant joinedAt) {
        ObjectNode json = membership(joinedAt);
        json.put("id", Json.id(thread.id()));
        json.put("user_id", Json.id(user.id()));
        return json;
    }

    private static ObjectNode membership(Instant joinedAt) {
        return Json.object().put("join_timestamp", joinedAt.toString()).put("flags", 0);
    }

    private static void putGuild(ObjectNode json, SandboxThread thread) {
        thread.guild().ifPresent(guild -> json.put("guild_id", Json.id(guild.id())));
    }

    /** "Not including the initial message or deleted messages." */
    private static long messageCount(SandboxThread thread) {
        return thread.stored().values().stream()
                .filter(message -> !message.isEphemeral() && message.id() != thread.id())
                .count();
    }
}
