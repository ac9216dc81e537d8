package dev.earworm.sandbox;

import dev.earworm.sandbox.gateway.GatewayEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A user in a guild: the hands and eyes of a person in tests and in the sandbox.
 *
 * <p>{@code alice.in(general).runs("song", Map.of("prompt", "a calm river"))}.
 */
public final class SandboxMember {
    private final World world;
    private final SandboxGuild guild;
    private final SandboxUser user;
    private final Instant joinedAt;
    private final Map<Long, SandboxRole> roles = new LinkedHashMap<>();

    SandboxMember(World world, SandboxGuild guild, SandboxUser user) {
        this.world = world;
        this.guild = guild;
        this.user = user;
        this.joinedAt = world.now();
    }

    public long id() {
        return user.id();
    }

    public String name() {
        return user.name();
    }

    public String mention() {
        return user.mention();
    }

    public SandboxUser user() {
        return user;
    }

    public SandboxGuild guild() {
        return guild;
    }

    /** Goes to a channel, to do something there. */
    public MemberInChannel in(SandboxChannel channel) {
        return new MemberInChannel(world, this, channel);
    }

    /** Goes to the direct messages with the bot, to do something there. */
    public MemberInChannel inDirectMessages() {
        return in(world.change(() -> world.directChannel(user)));
    }

    /** Goes to private messages with others, alone or as a group, that the bot is not part of. */
    public MemberInChannel with(SandboxMember... others) {
        List<SandboxUser> people = Stream.concat(Stream.of(this), Stream.of(others))
                .map(SandboxMember::user)
                .toList();
        return in(world.change(() -> world.privateChannel(people)));
    }

    /** Installs the application for oneself: its commands are there in every guild and in private messages. */
    public SandboxMember installsApp() {
        world.change(() -> user.hasInstalled(true));
        return this;
    }

    /**
     * Pays for larger uploads, in bytes.
     *
     * <p>{@code attachment_size_limit} of this member's interactions is the larger of this and the place's limit, and answers
     * by their tokens may have it; the bot's own messages in the channel may not.
     */
    public SandboxMember paysForUploadsOf(long bytes) {
        world.change(() -> user.uploadLimit(bytes));
        return this;
    }

    public SandboxMember uninstallsApp() {
        world.change(() -> user.hasInstalled(false));
        return this;
    }

    /** What this member sees in a channel: everyone's messages and the ephemeral ones meant for this member, oldest first. */
    public List<SandboxMessage> sees(SandboxChannel channel) {
        return world.read(() -> isAbleTo(Permission.VIEW_CHANNEL, channel) ? channel.visibleTo(user) : List.of());
    }

    /** The channels, threads and posts of the guild that this member sees, but for archived ones. */
    public List<SandboxChannel> channels() {
        return world.read(() -> Stream.concat(
                        guild.channelList().stream(), guild.threads().stream().filter(thread -> !thread.isArchived()))
                .filter(channel -> isAbleTo(Permission.VIEW_CHANNEL, channel))
                .toList());
    }

    /** Whether this member sees a channel. */
    public boolean isSeeing(SandboxChannel channel) {
        return world.read(() -> isAbleTo(Permission.VIEW_CHANNEL, channel));
    }

    /** The messages between this member and the bot, oldest first. */
    public List<SandboxMessage> directMessages() {
        return world.change(() -> world.directChannel(user)).messages();
    }

    /** Sets the client to a language, {@code "pt-BR"}: one of Discord's locales. It starts as {@code "en-US"}. */
    public SandboxMember speaking(String locale) {
        world.change(() -> user.locale(locale));
        return this;
    }

    /** The language of this member's client. */
    public String locale() {
        return world.read(user::locale);
    }

    /** From now on the bot cannot send direct messages to this member (50007). */
    public void closesDirectMessages() {
        world.change(() -> user.takesDirectMessages(false));
    }

    public void opensDirectMessages() {
        world.change(() -> user.takesDirectMessages(true));
    }

    public SandboxMember gets(SandboxRole role) {
        world.change(() -> {
            hold(role);
            tellChange();
        });
        return this;
    }

    public SandboxMember loses(SandboxRole role) {
        world.change(() -> {
            roles.remove(role.id());
            tellChange();
        });
        return this;
    }

    /** Gives this member alone these permissions, by a role of their own. */
    public SandboxMember isGranted(Permission... permissions) {
        SandboxRole role = guild.role(name() + "'s role");
        role.grant(permissions);
        return gets(role);
    }

    public void leaves() {
        world.change(() -> guild.leave(this));
    }

    public Set<Permission> permissionsIn(SandboxChannel channel) {
        return world.read(() -> Permission.of(Permissions.inChannel(this, channel)));
    }

    void hold(SandboxRole role) {
        roles.put(role.id(), role);
    }

    List<SandboxRole> heldRoles() {
        return List.copyOf(roles.values());
    }

    Instant joinedAt() {
        return joinedAt;
    }

    boolean isAbleTo(Permission permission, SandboxChannel channel) {
        return channel.guild()
                .map(own -> own.memberOf(user).isPresent() && permission.isIn(Permissions.inChannel(this, channel)))
                .orElseGet(() -> channel.isOpenTo(user, 0));
    }

    private void tellChange() {
        // The bot is told of its own roles whatever its intents.
        int intent = user.isBot() ? GatewayEvent.NO_INTENT : GatewayEvent.GUILD_MEMBERS;
        guild.tell("GUILD_MEMBER_UPDATE", intent, GuildPayloads.memberEvent(this));
    }

    @Override
    public String toString() {
        return user.toString();
    }
}
