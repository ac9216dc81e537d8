package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What Discord's client lets a member do in a channel; the rest is a {@link ClientRefusalException}.
 *
 * <p>Call with the world's lock held.
 */
final class MemberAccess {
    private final World world;
    private final SandboxMember member;
    private final SandboxChannel channel;

    MemberAccess(World world, SandboxMember member, SandboxChannel channel) {
        this.world = world;
        this.member = member;
        this.channel = channel;
    }

    void check(Permission permission) {
        if (!world.knows(channel)) {
            throw refused("%s is gone", channel);
        }
        if (channel.guild()
                .filter(guild -> guild.memberOf(member.user()).isEmpty())
                .isPresent()) {
            throw refused("%s left %s", member, member.guild());
        }
        if (channel.isDirect() && !world.isReachable(member.user())) {
            throw refused("%s shares no guild with the bot", member);
        }
        if (!member.isAbleTo(permission, channel)) {
            throw refused("%s lacks %s in %s", member, permission, channel);
        }
    }

    void checkWriting() {
        check(Permission.VIEW_CHANNEL);
        check(channel.sending());
        if (channel instanceof SandboxForum) {
            throw refused("%s has posts only", channel);
        }
        boolean isShut = channel instanceof SandboxThread thread
                && thread.isLocked()
                && !member.isAbleTo(Permission.MANAGE_THREADS, channel);
        if (isShut) {
            throw refused("%s is locked", channel);
        }
    }

    void checkPosting() {
        if (!(channel instanceof SandboxForum)) {
            throw refused("%s has no posts", channel);
        }
        check(Permission.VIEW_CHANNEL);
        check(Permission.SEND_MESSAGES);
    }

    void checkStartingThread(Permission needed) {
        if (channel instanceof SandboxForum
                || channel instanceof SandboxThread
                || channel.guild().isEmpty()) {
            throw refused("%s has no threads", channel);
        }
        check(Permission.VIEW_CHANNEL);
        check(needed);
    }

    void checkDeleting(SandboxMessage message) {
        boolean isOwn = message.author().equals(member.user());
        if (!isOwn && !isAbleToDeleteOthers()) {
            throw refused("%s cannot delete %s", member, message);
        }
    }

    boolean isAbleToDeleteOthers() {
        return channel.guild().isPresent() && member.isAbleTo(Permission.MANAGE_MESSAGES, channel);
    }

    /** The message as it is now, if this member sees it. */
    SandboxMessage visible(SandboxMessage message) {
        return member.sees(channel).stream()
                .filter(seen -> seen.id() == message.id())
                .findFirst()
                .orElseThrow(() -> refused("%s does not see %s", member, message));
    }

    /** The command, if this member is shown it here and may run it. */
    ObjectNode command(String name) {
        ObjectNode definition = world.commands()
                .find(channel.guild(), name)
                .filter(found -> CommandVisibility.isShown(found, member, channel))
                .orElseThrow(() -> refused("%s is not shown a command /%s in %s", member, name, channel));
        checkCommands();
        return definition;
    }

    void checkCommands() {
        check(Permission.USE_APPLICATION_COMMANDS);
        if (channel instanceof SandboxForum) {
            throw refused("%s has posts only", channel);
        }
        if (channel instanceof SandboxThread thread && thread.isArchived()) {
            throw refused("%s is archived", channel);
        }
    }

    /** The commands that this member is shown here. */
    List<ObjectNode> commands() {
        if (!allows(this::checkCommands)) {
            return List.of();
        }
        return world.commands().offered(channel.guild()).stream()
                .filter(command -> CommandVisibility.isShown(command, member, channel))
                .toList();
    }

    boolean allows(Runnable check) {
        try {
            check.run();
            return true;
        } catch (ClientRefusalException _) {
            return false;
        }
    }

    private static ClientRefusalException refused(String why, Object... of) {
        return new ClientRefusalException(why.formatted(of));
    }
}
