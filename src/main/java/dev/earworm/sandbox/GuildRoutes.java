package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.earworm.sandbox.http.RestAnswer;
import dev.earworm.sandbox.http.RestRequest;
import dev.earworm.sandbox.http.RestRoute;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import java.util.List;

/** Reading guilds, channels, roles and members. */
final class GuildRoutes {
    private final World world;
    private final BotAccess access;

    GuildRoutes(World world) {
        this.world = world;
        this.access = new BotAccess(world);
    }

    List<RestRoute> routes() {
        return List.of(
                RestRoute.bot("GET", "/guilds/{guild}", request -> world.read(() -> guild(request))),
                RestRoute.bot("GET", "/guilds/{guild}/channels", request -> world.read(() -> channels(request))),
                RestRoute.bot("GET", "/guilds/{guild}/roles", request -> world.read(() -> roles(request))),
                RestRoute.bot("GET", "/guilds/{guild}/members", request -> world.read(() -> members(request))),
                RestRoute.bot("GET", "/guilds/{guild}/members/{user}", request -> world.read(() -> member(request))),
                RestRoute.bot("GET", "/channels/{channel}", request -> world.read(() -> channel(request))),
                RestRoute.bot("POST", "/channels/{channel}/typing", request -> world.read(() -> typing(request))));
    }

    private RestAnswer guild(RestRequest request) {
        return RestAnswer.ok(GuildPayloads.guild(require(request)));
    }

    private RestAnswer channels(RestRequest request) {
        ArrayNode json = Json.array();
        require(request).channelList().forEach(channel -> json.add(GuildPayloads.channel(channel)));
        return RestAnswer.ok(json);
    }

    private RestAnswer roles(RestRequest request) {
        ArrayNode json = Json.array();
        require(request).roles().forEach(role -> json.add(GuildPayloads.role(role)));
        return RestAnswer.ok(json);
    }

    private RestAnswer members(RestRequest request) {
        int limit = request.queried("limit", 1, 1000, 1);
        long after = request.queriedId("after").orElse(0L);
        ArrayNode json = Json.array();
        require(request).memberList().stream()
                .filter(member -> member.id() > after)
                .limit(limit)
                .forEach(member -> json.add(GuildPayloads.member(member)));
        return RestAnswer.ok(json);
    }

    private RestAnswer member(RestRequest request) {
        SandboxGuild guild = require(request);
        SandboxUser user =
                world.user(request.id("user")).orElseThrow(() -> new DiscordException(DiscordError.UNKNOWN_USER));
        return guild.memberOf(user)
                .map(member -> RestAnswer.ok(GuildPayloads.member(member)))
                .orElseThrow(() -> new DiscordException(DiscordError.UNKNOWN_MEMBER));
    }

    private RestAnswer channel(RestRequest request) {
        SandboxChannel channel = access.require(request.id("channel"), Permission.VIEW_CHANNEL);
        return RestAnswer.ok(
                channel instanceof SandboxThread thread
                        ? ThreadPayloads.withMember(thread, world.bot())
                        : GuildPayloads.channel(channel));
    }

    private RestAnswer typing(RestRequest request) {
        access.requireSending(request.id("channel"));
        return RestAnswer.empty();
    }

    private SandboxGuild require(RestRequest request) {
        return world.requireGuild(request.id("guild"));
    }
}
