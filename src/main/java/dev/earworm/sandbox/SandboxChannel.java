package dev.earworm.sandbox;

import dev.earworm.sandbox.Permissions.Overwrite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A text channel of a guild, or the direct messages between a user and the bot; threads and forums are special ones. */
public sealed class SandboxChannel permits SandboxThread, SandboxForum, SandboxChatChannel, SandboxPrivateChannel {
    private static final int TEXT = 0;
    private static final int DIRECT = 1;

    private final World world;
    private final long id;
    private final String name;
    private final int position;
    private final Optional<SandboxGuild> guild;
    private final Optional<SandboxUser> recipient;
    private final Map<Long, Overwrite> overwrites = new LinkedHashMap<>();
    private final Map<Long, SandboxMessage> messages = new LinkedHashMap<>();
    private Optional<Long> uploadLimit = Optional.empty();
    private Optional<Long> claimedUploadLimit = Optional.empty();

    SandboxChannel(
            World world, String name, int position, Optional<SandboxGuild> guild, Optional<SandboxUser> recipient) {
        this.world = world;
        this.id = world.nextId();
        this.name = name;
        this.position = position;
        this.guild = guild;
        this.recipient = recipient;
    }

    static SandboxChannel text(World world, SandboxGuild guild, String name, int position) {
        return new SandboxChannel(world, name, position, Optional.of(guild), Optional.empty());
    }

    static SandboxChannel direct(World world, SandboxUser recipient) {
        return new SandboxChannel(world, recipient.name(), 0, Optional.empty(), Optional.of(recipient));
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The guild; empty for direct messages. */
    public Optional<SandboxGuild> guild() {
        return guild;
    }

    /** Whom the bot talks to here; empty in a guild. */
    public Optional<SandboxUser> recipient() {
        return recipient;
    }

    /** Everything that all who see the channel can see, oldest first. */
    public List<SandboxMessage> messages() {
        return world.read(() -> messages.values().stream()
                .filter(message -> !message.isEphemeral())
                .toList());
    }

    /** Denies this to a role's holders in this channel. */
    public SandboxChannel deny(SandboxRole role, Permission... permissions) {
        return change(role.id(), overwrite(role.id()).deny(Permission.bits(List.of(permissions))));
    }

    public SandboxChannel allow(SandboxRole role, Permission... permissions) {
        return change(role.id(), overwrite(role.id()).allow(Permission.bits(List.of(permissions))));
    }

    /** Says nothing of this any more: what the role's holders may do in the guild, they may do here. */
    public SandboxChannel inherit(SandboxRole role, Permission... permissions) {
        return change(role.id(), overwrite(role.id()).without(Permission.bits(List.of(permissions))));
    }

    public SandboxChannel deny(SandboxMember member, Permission... permissions) {
        return change(member.id(), overwrite(member.id()).deny(Permission.bits(List.of(permissions))));
    }

    public SandboxChannel allow(SandboxMember member, Permission... permissions) {
        return change(member.id(), overwrite(member.id()).allow(Permission.bits(List.of(permissions))));
    }

    SandboxChannel change(long holder, Overwrite overwrite) {
        world.change(() -> {
            overwrites.put(holder, overwrite);
            guild.ifPresent(own -> own.tell("CHANNEL_UPDATE", GuildPayloads.channel(this)));
        });
        return this;
    }

    boolean isDirect() {
        return recipient.isPresent();
    }

    /** Discord's number for this kind of channel: developers/resources/channel, "Channel Types". */
    public int type() {
        return isDirect() ? DIRECT : TEXT;
    }

    /** The bot may do everything in its own direct messages, but for what moderators do. */
    boolean isBotAbleTo(Permission permission) {
        return guild.map(own -> own.isBotAbleTo(permission, this)).orElse(true);
    }

    /** What it takes to write here. */
    Permission sending() {
        return Permission.SEND_MESSAGES;
    }

    /** Whether someone with these permissions sees it, or must be a member first. */
    boolean isOpenTo(SandboxUser user, long permissions) {
        return recipient.map(user::equals).orElse(true);
    }

    int position() {
        return position;
    }

    Map<Long, Overwrite> overwrites() {
        return overwrites;
    }

    Overwrite overwrite(long holder) {
        return overwrites.getOrDefault(holder, Overwrite.NONE);
    }

    Map<Long, SandboxMessage> stored() {
        return messages;
    }

    List<SandboxMessage> visibleTo(SandboxUser user) {
        return messages.values().stream()
                .filter(message -> message.isVisibleTo(user))
                .toList();
    }

    /** How many bytes one uploaded file may have here, whatever the guild takes. */
    public SandboxChannel setUploadLimit(long bytes) {
        world.change(() -> uploadLimit = Optional.of(bytes));
        return this;
    }

    /** What interactions from here say of the limit, true or not: their {@code attachment_size_limit}. */
    public SandboxChannel claimUploadLimit(long bytes) {
        world.change(() -> claimedUploadLimit = Optional.of(bytes));
        return this;
    }

    long uploadLimit() {
        return uploadLimit.orElseGet(this::inheritedUploadLimit);
    }

    long inheritedUploadLimit() {
        return guild.map(SandboxGuild::uploadLimit).orElse(SandboxGuild.DEFAULT_UPLOAD_LIMIT);
    }

    Optional<Long> claimedUploadLimit() {
        return claimedUploadLimit.or(this::inheritedClaim);
    }

    Optional<Long> inheritedClaim() {
        return guild.flatMap(SandboxGuild::claimedUploadLimit);
    }

    @Override
    public String toString() {
        return isDirect() ? "direct messages with " + name : "#" + name;
    }
}
