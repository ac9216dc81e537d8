package dev.earworm.sandbox;

import dev.earworm.sandbox.gateway.GatewayEvent;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Everything that exists in the sandbox, behind one lock.
 *
 * <p>{@link #read} and {@link #change} take the lock; a change wakes those who await one. Gateway events are handed over
 * under the lock, so bots hear of things in the order in which they happened. Methods that say nothing else are to be called
 * with the lock held.
 */
final class World {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SandboxConfig config;
    private final Snowflakes snowflakes;
    private final SandboxUser bot;
    private final Listeners listeners = new Listeners();
    private final List<Consumer<GatewayEvent>> gateway = new ArrayList<>();
    private final Map<String, SandboxUser> users = new LinkedHashMap<>();
    private final Map<String, SandboxGuild> guilds = new LinkedHashMap<>();
    private final Map<Long, SandboxChannel> channels = new LinkedHashMap<>();
    private final Map<Set<SandboxUser>, SandboxPrivateChannel> privateChannels = new LinkedHashMap<>();
    private final Map<Long, SandboxChannel> directChannels = new LinkedHashMap<>();
    private final FileStore files;
    private final Messages messages;
    private final Commands commands;
    private final Interactions interactions;
    private long version;

    World(SandboxConfig config, Supplier<String> baseUrl) {
        this.config = config;
        this.snowflakes = new Snowflakes(config.clock());
        this.bot = new SandboxUser(snowflakes.next(), config.botName(), true);
        this.files = FileStore.open(config.files(), baseUrl, config.clock());
        this.messages = new Messages(this);
        this.commands = new Commands(this);
        this.interactions = new Interactions(this);
    }

    FileStore files() {
        return files;
    }

    Messages messages() {
        return messages;
    }

    Commands commands() {
        return commands;
    }

    Interactions interactions() {
        return interactions;
    }

    <T> T read(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    <T> T change(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            version++;
            changed.signalAll();
            lock.unlock();
        }
    }

    void change(Runnable work) {
        change(() -> {
            work.run();
            return true;
        });
    }

    /** Something outside changed that a condition may look at. */
    void wake() {
        change(() -> {});
    }

    /** Waits for a condition, looking again after every change; the condition is asked without the lock. False on timeout. */
    boolean await(long nanos, BooleanSupplier condition) {
        long deadline = System.nanoTime() + nanos;
        while (true) {
            long seen = read(() -> version);
            if (condition.getAsBoolean()) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            awaitChange(seen, left);
        }
    }

    private void awaitChange(long seen, long nanos) {
        // Conditions may look at things outside of this world, hence the cap.
        long left = Math.min(nanos, TimeUnit.MILLISECONDS.toNanos(100));
        lock.lock();
        try {
            while (version == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        } finally {
            lock.unlock();
        }
    }

    SandboxConfig config() {
        return config;
    }

    Listeners listeners() {
        return listeners;
    }

    long nextId() {
        return snowflakes.next();
    }

    Instant now() {
        return config.clock().instant();
    }

    SandboxUser bot() {
        return bot;
    }

    void attachGateway(Consumer<GatewayEvent> told) {
        gateway.add(told);
    }

    void tell(GatewayEvent event) {
        gateway.forEach(told -> told.accept(event));
    }

    SandboxUser user(String name) {
        return users.computeIfAbsent(name, unknown -> new SandboxUser(nextId(), unknown, false));
    }

    List<SandboxUser> people() {
        return List.copyOf(users.values());
    }

    Optional<SandboxChannel> channel(long id) {
        return Optional.ofNullable(channels.get(id));
    }

    Optional<SandboxUser> user(long id) {
        if (bot.id() == id) {
            return Optional.of(bot);
        }
        return users.values().stream().filter(user -> user.id() == id).findFirst();
    }

    /** The guilds that the bot is in. */
    List<SandboxGuild> guilds() {
        return guilds.values().stream().filter(SandboxGuild::isBotIn).toList();
    }

    /** A guild that the bot is in; it cannot tell others from none. */
    Optional<SandboxGuild> guild(long id) {
        return guilds().stream().filter(guild -> guild.id() == id).findFirst();
    }

    SandboxGuild guild(String name) {
        return withBot(guildWithoutBot(name));
    }

    /** The guild of this name; a new one is on this shard. */
    SandboxGuild guild(String name, int shard, int shards) {
        return withBot(guildWithoutBot(name, () -> snowflakes.nextOn(shard, shards)));
    }

    private static SandboxGuild withBot(SandboxGuild guild) {
        if (!guild.isBotIn()) {
            guild.addBot();
            guild.tell("GUILD_CREATE", GuildPayloads.guildCreate(guild));
        }
        return guild;
    }

    SandboxGuild guildWithoutBot(String name) {
        return guildWithoutBot(name, this::nextId);
    }

    private SandboxGuild guildWithoutBot(String name, LongSupplier id) {
        return guilds.computeIfAbsent(name, _ -> new SandboxGuild(this, id.getAsLong(), name, user(name + "'s owner")));
    }

    /** Whether direct messages between this user and the bot can be: they share a guild, or the user brought the bot along. */
    boolean isReachable(SandboxUser user) {
        return user.hasInstalled()
                || guilds().stream().anyMatch(guild -> guild.memberOf(user).isPresent());
    }

    SandboxPrivateChannel privateChannel(List<SandboxUser> people) {
        return privateChannels.computeIfAbsent(Set.copyOf(people), _ -> {
            SandboxPrivateChannel channel = new SandboxPrivateChannel(this, people);
            know(channel);
            return channel;
        });
    }

    SandboxChannel directChannel(SandboxUser user) {
        return directChannels.computeIfAbsent(user.id(), _ -> {
            SandboxChannel channel = SandboxChannel.direct(this, user);
            know(channel);
            return channel;
        });
    }

    void know(SandboxChannel channel) {
        channels.put(channel.id(), channel);
    }

    void forget(SandboxChannel channel) {
        channels.remove(channel.id());
        channel.stored().clear();
    }

    boolean knows(SandboxChannel channel) {
        return channels.containsKey(channel.id());
    }

    /** The guild; 10004 if there is none. */
    SandboxGuild requireGuild(long id) {
        return guild(id).orElseThrow(() -> new DiscordException(DiscordError.UNKNOWN_GUILD));
    }

    /** The channel; 10003 if there is none. */
    SandboxChannel requireChannel(long id) {
        return channel(id).orElseThrow(() -> new DiscordException(DiscordError.UNKNOWN_CHANNEL));
    }
}
