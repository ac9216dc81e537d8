package dev.earworm.sandbox;

import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;

/**
 * What archived and locked threads keep a bot from: developers/topics/threads, "Locked Threads" and "Active &amp; Archived
 * Threads". Call with the world's lock held.
 *
 * <p>The pages name no codes; 50083 and 160005 are those of the status codes that say it in words. A thread that a person
 * locks is archived with it, and Discord then says 50083. Channels that are no threads pass.
 */
final class ThreadAccess {
    private ThreadAccess() {}

    /** A message wakes an archived thread, but not a locked one. */
    static void checkSending(SandboxChannel channel) {
        if (channel instanceof SandboxThread thread && isShut(thread)) {
            throw new DiscordException(refusal(thread));
        }
    }

    static void checkEditing(SandboxChannel channel) {
        checkSending(channel);
        checkActive(channel);
    }

    /** Deleting is the one thing that an archived thread allows, if it is not locked as well. */
    static void checkDeleting(SandboxChannel channel) {
        if (channel instanceof SandboxThread thread && thread.isArchived()) {
            checkSending(channel);
        }
    }

    static void checkActive(SandboxChannel channel) {
        if (channel instanceof SandboxThread thread && thread.isArchived()) {
            throw new DiscordException(DiscordError.THREAD_ARCHIVED);
        }
    }

    /** 50001 for an application that a user brought along and that does not see the thread itself. */
    private static DiscordError refusal(SandboxThread thread) {
        if (!thread.isBotAbleTo(Permission.VIEW_CHANNEL)) {
            return DiscordError.MISSING_ACCESS;
        }
        return thread.isArchived() ? DiscordError.THREAD_ARCHIVED : DiscordError.THREAD_LOCKED;
    }

    private static boolean isShut(SandboxThread thread) {
        return thread.isLocked() && !thread.isBotAbleTo(Permission.MANAGE_THREADS);
    }
}
