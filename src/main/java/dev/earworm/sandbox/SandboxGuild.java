package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.SandboxEvent.PlacesChanged;
import dev.earworm.sandbox.gateway.GatewayEvent;
import dev.earworm.sandbox.rules.Locales;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A guild ("server") with its channels, roles and members; the bot is one of them. */
public final class SandboxGuild {
    /** What Discord lets a member without Nitro upload, in bytes; it has been 8, 25 and 10 MiB over the years. */
    public static final long DEFAULT_UPLOAD_LIMIT = 10L * 1024 * 1024;

    private final World world;
    private final long id;
    private final String name;
    private final SandboxRole everyone;
    private final SandboxRole botRole;
    private final SandboxUser owner;
    private final Map<Long, SandboxRole> roles = new LinkedHashMap<>();
    private final Map<Long, SandboxChannel> channels = new LinkedHashMap<>();
    private final Map<Long, SandboxThread> threads = new LinkedHashMap<>();
    private final Map<Long, SandboxMember> members = new LinkedHashMap<>();
    private final Set<String> openCommands = new HashSet<>();
    private long uploadLimit = DEFAULT_UPLOAD_LIMIT;
    private Optional<Long> claimedUploadLimit = Optional.empty();
    private String locale = Locales.STANDARD;

    SandboxGuild(World world, long id, String name, SandboxUser owner) {
        this.world = world;
        this.id = id;
        this.name = name;
        this.owner = owner;
        everyone = new SandboxRole(world, this, id, "@everyone", 0, Permission.EVERYONE);
        botRole = new SandboxRole(world, this, world.nextId(), world.bot().name(), 1, Set.of());
        roles.put(everyone.id(), everyone);
        members.put(owner.id(), new SandboxMember(world, this, owner));
        putChannel(SandboxChannel.text(world, this, "general", 0));
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The text channel of this name; made if there is none. A new guild has {@code general}. */
    public SandboxChannel channel(String channelName) {
        return world.change(() -> channels.values().stream()
                .filter(channel -> !(channel instanceof SandboxForum))
                .filter(channel -> channel.name().equals(channelName))
                .findFirst()
                .orElseGet(() -> addChannel(SandboxChannel.text(world, this, channelName, channels.size()))));
    }

    /** A new channel with a chat. */
    public SandboxChatChannel channel(String channelName, SandboxChatChannel.Kind kind) {
        return world.change(() -> addChannel(new SandboxChatChannel(world, this, channelName, channels.size(), kind)));
    }

    /** The forum of this name; made if there is none. */
    public SandboxForum forum(String forumName) {
        return world.change(() -> channels.values().stream()
                .filter(SandboxForum.class::isInstance)
                .map(SandboxForum.class::cast)
                .filter(channel -> channel.name().equals(forumName))
                .findFirst()
                .orElseGet(() -> addChannel(new SandboxForum(world, this, forumName, channels.size()))));
    }

    /** Deletes a channel, its threads with it, or a thread alone; all messages in it are gone. */
    public void removeChannel(SandboxChannel channel) {
        world.change(() -> {
            if (channel instanceof SandboxThread thread) {
                removeThread(thread);
            } else if (channels.remove(channel.id()) != null) {
                List.copyOf(threads.values()).stream()
                        .filter(thread -> thread.parent().equals(channel))
                        .forEach(this::forget);
                world.forget(channel);
                tell("CHANNEL_DELETE", GuildPayloads.channel(channel));
            }
        });
    }

    private void removeThread(SandboxThread thread) {
        if (threads.containsKey(thread.id())) {
            thread.tell("THREAD_DELETE", ThreadPayloads.identity(thread));
            forget(thread);
        }
    }

    private void forget(SandboxThread thread) {
        threads.remove(thread.id());
        world.forget(thread);
    }

    /** Every thread and post, oldest first, archived ones too. */
    public List<SandboxThread> threads() {
        return world.read(() -> List.copyOf(threads.values()));
    }

    SandboxThread addThread(SandboxThread thread) {
        threads.put(thread.id(), thread);
        world.know(thread);
        thread.tell("THREAD_CREATE", ThreadPayloads.created(thread));
        return thread;
    }

    /** What a bot is told of when it logs in: the active threads that it sees. */
    List<SandboxThread> activeThreads() {
        return threads.values().stream()
                .filter(thread -> !thread.isArchived())
                .filter(thread -> thread.isBotAbleTo(Permission.VIEW_CHANNEL))
                .toList();
    }

    /** The role of this name; made without permissions if there is none. */
    public SandboxRole role(String roleName) {
        return world.change(() -> roles.values().stream()
                .filter(role -> role.name().equals(roleName))
                .findFirst()
                .orElseGet(() -> addRole(roleName)));
    }

    /** The role that every member holds. */
    public SandboxRole everyone() {
        return everyone;
    }

    /** The role that came with the bot; it starts without permissions of its own. */
    public SandboxRole botRole() {
        return botRole;
    }

    /** The member of this name; joins if there is none. The same name is the same user in every guild. */
    public SandboxMember member(String userName) {
        return world.change(() -> {
            SandboxUser user = world.user(userName);
            SandboxMember known = members.get(user.id());
            return known == null ? join(user) : known;
        });
    }

    /** The member that the bot is, in a guild that it is in. */
    public SandboxMember bot() {
        return world.read(() -> memberOf(world.bot()).orElseThrow());
    }

    /** The member who may do everything. */
    public SandboxMember owner() {
        return world.read(() -> memberOf(owner).orElseThrow());
    }

    /** How many bytes one uploaded file may have. */
    public void setUploadLimit(long bytes) {
        world.change(() -> {
            uploadLimit = bytes;
            tell("GUILD_UPDATE", GuildPayloads.guild(this));
        });
    }

    /** What interactions say of that limit, true or not: their {@code attachment_size_limit}. */
    public void claimUploadLimit(long bytes) {
        world.change(() -> claimedUploadLimit = Optional.of(bytes));
    }

    Optional<Long> claimedUploadLimit() {
        return claimedUploadLimit;
    }

    public long uploadLimit() {
        return world.read(() -> uploadLimit);
    }

    /** The guild's language, {@code "pt-BR"}: one of Discord's locales. It starts as {@code "en-US"}. */
    public void setPreferredLocale(String changed) {
        world.change(() -> {
            locale = Locales.require(changed);
            tell("GUILD_UPDATE", GuildPayloads.guild(this));
        });
    }

    public String preferredLocale() {
        return world.read(() -> locale);
    }

    /** Shows a command to every member, whatever the bot asked: application-commands, "Permissions". */
    public void opensCommand(String command) {
        world.change(() -> openCommands.add(command));
    }

    boolean isOpen(String command) {
        return openCommands.contains(command);
    }

    public List<SandboxChannel> channels() {
        return world.read(() -> List.copyOf(channels.values()));
    }

    public List<SandboxMember> members() {
        return world.read(() -> List.copyOf(members.values()));
    }

    /** This user as a member; empty if they are none. */
    public Optional<SandboxMember> findMember(SandboxUser user) {
        return world.read(() -> memberOf(user));
    }

    /** The role that every member holds first, then the others in the order in which they were made. */
    public List<SandboxRole> allRoles() {
        return world.read(() -> List.copyOf(roles.values()));
    }

    String locale() {
        return locale;
    }

    Collection<SandboxRole> roles() {
        return roles.values();
    }

    Optional<SandboxMember> memberOf(SandboxUser user) {
        return Optional.ofNullable(members.get(user.id()));
    }

    boolean isBotIn() {
        return memberOf(world.bot()).isPresent();
    }

    void addBot() {
        SandboxMember bot = new SandboxMember(world, this, world.bot());
        roles.put(botRole.id(), botRole);
        bot.hold(botRole);
        members.put(bot.id(), bot);
    }

    boolean isBotAbleTo(Permission permission, SandboxChannel channel) {
        return memberOf(world.bot())
                .filter(bot -> bot.isAbleTo(permission, channel))
                .isPresent();
    }

    boolean isOwner(SandboxMember member) {
        return member.id() == owner.id();
    }

    /** A bot that is removed is told of nothing but that the guild is gone. */
    void leave(SandboxMember member) {
        if (member.user().equals(world.bot())) {
            tell("GUILD_DELETE", Json.object().put("id", Json.id(id)));
        }
        if (members.remove(member.id()) != null) {
            ObjectNode data = Json.object();
            data.put("guild_id", Json.id(id));
            data.set("user", GuildPayloads.user(member.user()));
            threads.values().forEach(thread -> thread.leave(member));
            tell("GUILD_MEMBER_REMOVE", GatewayEvent.GUILD_MEMBERS, data);
        }
    }

    void tell(String type, ObjectNode data) {
        tell(type, GatewayEvent.GUILDS, data);
    }

    void tell(String type, int intent, ObjectNode data) {
        world.listeners().tell(new PlacesChanged());
        if (!isBotIn()) {
            return;
        }
        world.tell(new GatewayEvent(type, OptionalLong.of(id), intent, data));
    }

    private SandboxMember join(SandboxUser user) {
        SandboxMember member = new SandboxMember(world, this, user);
        members.put(user.id(), member);
        ObjectNode data = GuildPayloads.member(member);
        data.put("guild_id", Json.id(id));
        tell("GUILD_MEMBER_ADD", GatewayEvent.GUILD_MEMBERS, data);
        return member;
    }

    private SandboxRole addRole(String roleName) {
        SandboxRole role = new SandboxRole(world, this, world.nextId(), roleName, roles.size(), Set.of());
        roles.put(role.id(), role);
        tell("GUILD_ROLE_CREATE", GuildPayloads.roleEvent(role));
        return role;
    }

    private <C extends SandboxChannel> C addChannel(C channel) {
        putChannel(channel);
        tell("CHANNEL_CREATE", GuildPayloads.channel(channel));
        return channel;
    }

    private void putChannel(SandboxChannel channel) {
        channels.put(channel.id(), channel);
        world.know(channel);
    }

    SandboxUser ownerUser() {
        return owner;
    }

    List<SandboxChannel> channelList() {
        return new ArrayList<>(channels.values());
    }

    Collection<SandboxMember> memberList() {
        return members.values();
    }

    @Override
    public String toString() {
        return name;
    }
}
