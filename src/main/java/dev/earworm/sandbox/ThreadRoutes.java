package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.http.RestAnswer;
import dev.earworm.sandbox.http.RestRequest;
import dev.earworm.sandbox.http.RestRoute;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import java.util.List;

/** Finding, joining, leaving, waking and putting away threads: developers/resources/channel. */
final class ThreadRoutes {
    private static final String MEMBER = "/channels/{channel}/thread-members/{user}";

    private final World world;
    private final BotAccess access;

    ThreadRoutes(World world) {
        this.world = world;
        this.access = new BotAccess(world);
    }

    List<RestRoute> routes() {
        return List.of(
                RestRoute.bot("GET", "/guilds/{guild}/threads/active", request -> world.read(() -> active(request))),
                RestRoute.bot("PATCH", "/channels/{channel}", request -> world.change(() -> change(request))),
                RestRoute.bot("PUT", MEMBER, request -> world.change(() -> join(request))),
                RestRoute.bot("DELETE", MEMBER, request -> world.change(() -> leave(request))));
    }

    private RestAnswer active(RestRequest request) {
        SandboxGuild guild = world.requireGuild(request.id("guild"));
        ObjectNode json = Json.object();
        ArrayNode threads = json.putArray("threads");
        guild.activeThreads().forEach(thread -> threads.add(ThreadPayloads.withMember(thread, world.bot())));
        json.putArray("members");
        return RestAnswer.ok(json);
    }

    /**
     * Name and other settings stay; only {@code archived} and {@code locked} are looked at.
     *
     * <p>Waking needs membership alone, unless the thread is locked; the rest MANAGE_THREADS or to be its owner.
     */
    private RestAnswer change(RestRequest request) {
        SandboxThread thread = require(request);
        boolean archived = request.object().path("archived").asBoolean(thread.isArchived());
        boolean locked = request.object().path("locked").asBoolean(thread.isLocked());
        boolean isWaking = !archived && locked == thread.isLocked() && !locked;
        if (isWaking && thread.joinedAt(world.bot()).isEmpty()
                || !isWaking && !thread.owner().equals(world.bot())) {
            access.check(thread, Permission.MANAGE_THREADS);
        }
        if (archived) {
            ThreadAccess.checkActive(thread);
        }
        thread.change(archived, locked);
        return RestAnswer.ok(ThreadPayloads.withMember(thread, world.bot()));
    }

    private RestAnswer join(RestRequest request) {
        SandboxThread thread = require(request);
        ThreadAccess.checkActive(thread);
        if (!isItself(request)) {
            access.check(thread, Permission.SEND_MESSAGES_IN_THREADS);
        }
        thread.join(member(thread, request));
        return RestAnswer.empty();
    }

    private RestAnswer leave(RestRequest request) {
        SandboxThread thread = require(request);
        ThreadAccess.checkActive(thread);
        boolean isOwner = thread.isPrivate() && thread.owner().equals(world.bot());
        if (!isItself(request) && !isOwner) {
            access.check(thread, Permission.MANAGE_THREADS);
        }
        thread.leave(member(thread, request));
        return RestAnswer.empty();
    }

    private SandboxThread require(RestRequest request) {
        if (access.require(request.id("channel"), Permission.VIEW_CHANNEL) instanceof SandboxThread thread) {
            return thread;
        }
        throw new DiscordException(DiscordError.WRONG_CHANNEL_TYPE);
    }

    private SandboxMember member(SandboxThread thread, RestRequest request) {
        long id = isItself(request) ? world.bot().id() : request.id("user");
        return world.user(id)
                .flatMap(user -> thread.guild().orElseThrow().memberOf(user))
                .orElseThrow(() -> new DiscordException(DiscordError.UNKNOWN_MEMBER));
    }

    private static boolean isItself(RestRequest request) {
        return request.path("user").equals("@me");
    }
}
