package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.gateway.GatewayEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation below a text channel, or a post in a forum: {@code alice.in(general).startsThread("rivers")}.
 *
 * <p>developers/topics/threads. It has the permissions of its channel, but SEND_MESSAGES_IN_THREADS takes the place of
 * SEND_MESSAGES. A message wakes an archived thread and makes its author a member of it, unless the thread is locked. It is
 * not archived by itself after a time, as Discord's are.
 */
public final class SandboxThread extends SandboxChannel {
    private final World world;
    private final SandboxGuild guild;
    private final SandboxChannel parent;
    private final SandboxUser owner;
    private final Kind kind;
    private final Instant createdAt;
    private final Map<Long, Instant> joined = new LinkedHashMap<>();
    private Instant archiveChangedAt;
    private boolean isArchived;
    private boolean isLocked;

    /** Who sees it, with Discord's number. */
    enum Kind {
        /** All who see its channel. */
        PUBLIC(11),
        /** Its members, and those with MANAGE_THREADS. */
        PRIVATE(12);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    SandboxThread(World world, String name, SandboxChannel parent, SandboxGuild guild, SandboxUser owner, Kind kind) {
        super(world, name, 0, Optional.of(guild), Optional.empty());
        this.world = world;
        this.guild = guild;
        this.parent = parent;
        this.owner = owner;
        this.kind = kind;
        this.createdAt = world.now();
        this.archiveChangedAt = createdAt;
        joined.put(owner.id(), createdAt);
    }

    /** The text channel or forum that it belongs to. */
    public SandboxChannel parent() {
        return parent;
    }

    public SandboxUser owner() {
        return owner;
    }

    public boolean isPrivate() {
        return kind == Kind.PRIVATE;
    }

    public boolean isArchived() {
        return world.read(() -> isArchived);
    }

    public boolean isLocked() {
        return world.read(() -> isLocked);
    }

    /** Puts it away: nothing in it can be edited until it is woken. */
    public void archive() {
        change(true, isLocked);
    }

    public void unarchive() {
        change(false, isLocked);
    }

    /** From now on only those with MANAGE_THREADS write in it or wake it. */
    public void lock() {
        change(isArchived, true);
    }

    public void unlock() {
        change(isArchived, false);
    }

    public void add(SandboxMember member) {
        world.change(() -> join(member));
    }

    public void remove(SandboxMember member) {
        world.change(() -> leave(member));
    }

    public boolean isMember(SandboxMember member) {
        return world.read(() -> joined.containsKey(member.id()));
    }

    /** Discord's two switches at once, as both go in one request and one event. */
    void change(boolean archived, boolean locked) {
        world.change(() -> {
            boolean isWoken = isArchived && !archived;
            if (isArchived != archived) {
                archiveChangedAt = world.now();
            }
            isArchived = archived;
            isLocked = locked;
            tell("THREAD_UPDATE", ThreadPayloads.thread(this));
            if (isWoken) {
                joinedAt(world.bot())
                        .ifPresent(
                                at -> tell("THREAD_MEMBER_UPDATE", ThreadPayloads.memberUpdate(this, world.bot(), at)));
            }
        });
    }

    void join(SandboxMember member) {
        if (joined.putIfAbsent(member.id(), world.now()) != null) {
            return;
        }
        boolean isBot = member.user().equals(world.bot());
        if (isBot) {
            tell("THREAD_CREATE", ThreadPayloads.withMember(this, world.bot()));
        }
        tellMembers(isBot, ThreadPayloads.joined(this, member));
    }

    void leave(SandboxMember member) {
        if (joined.remove(member.id()) != null) {
            tellMembers(member.user().equals(world.bot()), ThreadPayloads.left(this, member));
        }
    }

    /** What a message does to the thread that it is sent in. */
    void wake() {
        if (isArchived) {
            change(false, isLocked);
        }
    }

    private void tellMembers(boolean isBot, ObjectNode data) {
        guild.tell("THREAD_MEMBERS_UPDATE", isBot ? GatewayEvent.GUILDS : GatewayEvent.GUILD_MEMBERS, data);
    }

    /** Tells the bot, if it sees this thread. */
    void tell(String type, ObjectNode data) {
        if (isBotAbleTo(Permission.VIEW_CHANNEL)) {
            guild.tell(type, data);
        }
    }

    Optional<Instant> joinedAt(SandboxUser user) {
        return Optional.ofNullable(joined.get(user.id()));
    }

    List<Long> joinedIds() {
        return List.copyOf(joined.keySet());
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant archiveChangedAt() {
        return archiveChangedAt;
    }

    @Override
    public int type() {
        return kind.number;
    }

    @Override
    Permission sending() {
        return Permission.SEND_MESSAGES_IN_THREADS;
    }

    @Override
    Permissions.Overwrite overwrite(long holder) {
        return parent.overwrite(holder);
    }

    @Override
    long inheritedUploadLimit() {
        return parent.uploadLimit();
    }

    @Override
    Optional<Long> inheritedClaim() {
        return parent.claimedUploadLimit();
    }

    @Override
    SandboxChannel change(long holder, Permissions.Overwrite overwrite) {
        throw new IllegalStateException("a thread has the permissions of its channel: " + parent);
    }

    @Override
    boolean isOpenTo(SandboxUser user, long permissions) {
        return !isPrivate() || joined.containsKey(user.id()) || Permission.MANAGE_THREADS.isIn(permissions);
    }

    @Override
    public String toString() {
        return "%s › %s".formatted(parent, name());
    }
}
