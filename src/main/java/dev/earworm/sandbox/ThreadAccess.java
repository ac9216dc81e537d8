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
            throw new DiscordException(thread.isArchived() ? DiscordError.THREAD_ARCHIVED : DiscordError.THREAD_LOCKED);
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

    private static boolean isShut(SandboxThread thread) {
        boolean isModerator = thread.guild().orElseThrow().isBotAbleTo(Permission.MANAGE_THREADS, thread);
        return thread.isLocked() && !isModerator;
    }
}
