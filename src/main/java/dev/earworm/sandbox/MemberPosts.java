package dev.earworm.sandbox;

import dev.earworm.sandbox.rules.MessageFlags;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a member puts into a guild or direct messages by their own hand. Call with the world's lock held. */
final class MemberPosts {
    private final World world;
    private final SandboxMember member;

    MemberPosts(World world, SandboxMember member) {
        this.world = world;
        this.member = member;
    }

    SandboxMessage message(SandboxChannel channel, String content, Attached... attached) {
        return message(world.nextId(), channel, content, attached);
    }

    SandboxThread thread(SandboxChannel channel, String name, SandboxThread.Kind kind) {
        SandboxGuild guild = member.guild();
        return guild.addThread(new SandboxThread(world, name, channel, guild, member.user(), kind));
    }

    /** A thread whose first message has the thread's own id. */
    SandboxThread post(SandboxChannel forum, String title, String content, Attached... attached) {
        SandboxThread thread = thread(forum, title, SandboxThread.Kind.PUBLIC);
        message(thread.id(), thread, content, attached);
        return thread;
    }

    private SandboxMessage message(long id, SandboxChannel channel, String content, Attached... attached) {
        long limit = member.user().uploadLimitIn(channel);
        List<SandboxFile> files = Arrays.stream(attached)
                .map(file -> OptionValues.uploaded(world, channel, limit, file))
                .toList();
        boolean mayMentionEveryone = member.isAbleTo(Permission.MENTION_EVERYONE, channel);
        MessageBody body = new MessageBody(
                content,
                Json.array(),
                Json.array(),
                files,
                new MessageFlags(0),
                Mentions.of(content, Json.object().path("all"), mayMentionEveryone));
        MessageOrigin origin = new MessageOrigin(
                id,
                channel,
                member.user(),
                world.now(),
                MessageOrigin.PLAIN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return world.messages().post(origin, body);
    }
}
