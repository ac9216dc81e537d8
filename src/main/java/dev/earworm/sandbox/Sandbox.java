package dev.earworm.sandbox;

import dev.earworm.sandbox.SandboxEvent.SessionsChanged;
import dev.earworm.sandbox.gateway.GatewayEvent;
import dev.earworm.sandbox.gateway.GatewayServer;
import dev.earworm.sandbox.gateway.IdentifyGate;
import dev.earworm.sandbox.http.Faults;
import dev.earworm.sandbox.http.LoggedRequest;
import dev.earworm.sandbox.http.RateLimitConfig;
import dev.earworm.sandbox.http.RequestLog;
import dev.earworm.sandbox.http.RestRoute;
import dev.earworm.sandbox.http.RestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A Discord of your own, in this process: a bot logs in to it as to the real one, members are moved by method calls.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start(SandboxConfig.standard())) {
 *     // bot: REST at sandbox.apiUrl(), token sandbox.botToken(); the gateway's address follows GET /gateway/bot
 *     SandboxGuild guild = sandbox.guild("Home");
 *     SandboxChannel general = guild.channel("general");
 *     SandboxMember alice = guild.member("alice");
 *     SandboxInteraction run = alice.in(general).runs("song", Map.of("prompt", "a calm river"));
 *     run.response().content();
 *     general.messages().getLast().files();
 * }
 * }</pre>
 *
 * <h2>Design</h2>
 *
 * <p>One web server on one port, loopback unless told otherwise, carries three things: REST below {@code /api/v10}, the gateway's WebSocket at
 * {@code /gateway}, and uploaded files below {@code /attachments}. Behind it stands one {@link World}: guilds, channels,
 * members, messages, interactions, commands. A single lock guards it all, and gateway events are written under that lock,
 * so a bot hears of things in the order in which they happened. Nobody waits for a bot with the lock held, and requests
 * are read, files and all, before it is taken.
 *
 * <p>A request passes fault, rate limit, token, body, rules, permissions, and only then changes the world; a refusal is a
 * {@link dev.earworm.sandbox.rules.DiscordException} and leaves nothing behind. Sub-packages: {@code rules} knows what Discord
 * accepts, {@code http} and {@code gateway} carry it; neither knows this package.
 *
 * <p>Messages are immutable: an edit puts a new {@link SandboxMessage} under the same id, so what a test holds in its hand
 * does not change. Guilds, channels, members and interactions are live.
 *
 * <p>It is strict on purpose: what passes here is meant to pass at Discord. Where Discord's documentation is silent, the
 * code says so at the place. Not covered: threads that the bot starts, voice, reactions, pins, polls, webhooks of channels.
 *
 * <p>Thread safe.
 */
public final class Sandbox implements AutoCloseable {
    private final World world;
    private final GatewayServer gatewayServer;
    private final SandboxGateway gateway;
    private final RestServer rest;
    private final RequestLog requests;
    private final SandboxSite site;
    private final WebServer web;

    private Sandbox(SandboxConfig config, SandboxSite site) {
        world = new World(config, this::origin);
        requests = new RequestLog(world::wake);
        boolean isPrivileged = config.privilegedIntents() == SandboxConfig.PrivilegedIntents.GRANTED;
        int disallowed = isPrivileged ? 0 : GatewayEvent.PRIVILEGED;
        gatewayServer = new GatewayServer(
                new Greeting(world, this::sessionsChanged),
                config.botToken(),
                disallowed,
                new IdentifyGate(config.identifies(), config.clock()),
                this::gatewayUrl);
        gateway = new SandboxGateway(world, gatewayServer);
        world.attachGateway(gatewayServer::tell);
        rest = new RestServer(
                routes(), config.botToken(), config.rateLimits(), world.files().directory(), config.clock(), requests);
        this.site = site;
        web = WebServer.start(
                config.address(), config.port(), rest, gatewayServer, world.files(), routes -> site.open(this, routes));
    }

    /**
     * Starts and listens.
     *
     * @throws AddressUnavailableException when it cannot listen at the address and port of the configuration
     */
    public static Sandbox start(SandboxConfig config) {
        return start(config, SandboxSite.NONE);
    }

    /** Starts, with something for people to look at. */
    public static Sandbox start(SandboxConfig config, SandboxSite site) {
        return new Sandbox(config, site);
    }

    public static Sandbox start() {
        return start(SandboxConfig.standard());
    }

    private List<RestRoute> routes() {
        MessageComposer composer = new MessageComposer(world, world.files());
        List<RestRoute> routes = new ArrayList<>();
        routes.addAll(new AccountRoutes(world, this::gatewayUrl, gatewayServer::identified).routes());
        routes.addAll(new GuildRoutes(world).routes());
        routes.addAll(new ThreadRoutes(world).routes());
        routes.addAll(new CommandRoutes(world, world.commands()).routes());
        routes.addAll(new MessageRoutes(world, composer, world.messages()).routes());
        routes.addAll(new InteractionRoutes(world, world.interactions(), composer, world.messages()).routes());
        routes.addAll(new WebhookRoutes(world, world.interactions(), composer, world.messages()).routes());
        return routes;
    }

    /** The address of the REST API, with a slash at its end, as libraries want it. */
    public String apiUrl() {
        return origin() + RestServer.ROOT + "/";
    }

    /** Where it listens, which matters when the port is chosen by the operating system. */
    public int port() {
        return web.port();
    }

    /** The address of the gateway; libraries that ask {@code GET /gateway/bot} find it themselves. */
    public String gatewayUrl() {
        return "ws://" + web.authority() + WebServer.GATEWAY;
    }

    /** What the bot logs in with. */
    public String botToken() {
        return world.config().botToken();
    }

    /** The application's id, which is also the id of the bot's user. */
    public long applicationId() {
        return world.bot().id();
    }

    /** The guild of this name; made, with the bot in it and a channel {@code general}, if there is none. */
    public SandboxGuild guild(String name) {
        return world.change(() -> world.guild(name));
    }

    /** The same for a bot that runs as so many shards: a new guild is one of this shard's. */
    public SandboxGuild guild(String name, int shard, int shards) {
        return world.change(() -> world.guild(name, shard, shards));
    }

    /**
     * A guild that the bot is not in, made if there is none of this name: only those who installed the application for
     * themselves run its commands there. {@link #guild} brings the bot in.
     */
    public SandboxGuild guildWithoutBot(String name) {
        return world.change(() -> world.guildWithoutBot(name));
    }

    /** The guilds that the bot is in. */
    public List<SandboxGuild> guilds() {
        return world.read(() -> List.copyOf(world.guilds()));
    }

    /** Everyone with an account, in the order in which they came, the bot not among them. */
    public List<SandboxUser> people() {
        return world.read(world::people);
    }

    /** The bot's own account. */
    public SandboxUser bot() {
        return world.bot();
    }

    /** The guild channel, thread or conversation of this id; empty if there is none, or no more. */
    public Optional<SandboxChannel> findChannel(long id) {
        return world.read(() -> world.channel(id));
    }

    /** The interaction of this id, for about an hour after it can no longer be answered. */
    public Optional<SandboxInteraction> findInteraction(long id) {
        return world.read(() -> world.interactions().find(id));
    }

    /** The uploaded file of this id. */
    public Optional<SandboxFile> findFile(long id) {
        return world.files().find(id);
    }

    /** The time here. */
    public Instant now() {
        return world.now();
    }

    /** Names of the commands that a member with every permission is offered in a guild. */
    public List<String> commandNames(SandboxGuild guild) {
        return world.read(() -> {
            List<String> names = new ArrayList<>();
            for (long scope : new long[] {guild.id(), Commands.GLOBAL}) {
                world.commands()
                        .all(scope)
                        .forEach(command -> names.add(command.path("name").asText()));
            }
            return names.stream().distinct().toList();
        });
    }

    /** The bot's connection, to be watched and disturbed. */
    public SandboxGateway gateway() {
        return gateway;
    }

    /** Lets requests go wrong. */
    public Faults faults() {
        return rest.faults();
    }

    /** The last 10,000 requests that the bot made, oldest first. */
    public List<LoggedRequest> requests() {
        return requests.all();
    }

    /** The requests that the sandbox has no route for: a test of a bot wants none. */
    public List<LoggedRequest> unknownRequests() {
        return requests().stream().filter(LoggedRequest::isUnknown).toList();
    }

    /** How long interactions can be answered. */
    public Duration tokenLifetime() {
        return world.interactions().tokenLifetime();
    }

    /** How long interactions can be answered from now on, those under way included. */
    public void tokenLifetime(Duration lifetime) {
        world.interactions().tokenLifetime(lifetime);
    }

    public void rateLimits(RateLimitConfig changed) {
        rest.rateLimits(changed);
    }

    /** Tells of everything that a person would notice, in order, on a thread of its own. */
    public void onChange(Consumer<SandboxEvent> listener) {
        world.listeners().add(listener);
    }

    public void removeListener(Consumer<SandboxEvent> listener) {
        world.listeners().remove(listener);
    }

    /** Waits for a condition, without sleeping: it is looked at again whenever something changes. False if it never holds. */
    public boolean await(Duration timeout, BooleanSupplier condition) {
        return world.await(timeout.toNanos(), condition);
    }

    /** Waits for a condition that must come true. */
    public void awaitUntil(Duration timeout, BooleanSupplier condition) throws TimeoutException {
        if (!await(timeout, condition)) {
            throw new TimeoutException("not within " + timeout);
        }
    }

    /** Disconnects the bot and frees the port; uploads go too, unless their directory was given. */
    @Override
    public void close() {
        gatewayServer.close();
        site.close();
        web.close();
        world.listeners().close();
        world.files().close();
    }

    private void sessionsChanged() {
        world.wake();
        world.listeners().tell(new SessionsChanged(gatewayServer.connectedSessions()));
    }

    private String origin() {
        return "http://" + web.authority();
    }
}
