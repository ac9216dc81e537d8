package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.http.RestAnswer;
import dev.earworm.sandbox.http.RestRequest;
import dev.earworm.sandbox.http.RestRoute;
import dev.earworm.sandbox.rules.CommandRules;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import dev.earworm.sandbox.rules.Locales;
import java.util.ArrayList;
import java.util.List;

/** Registering commands: {@code /applications/{application}/commands} and the same below a guild. */
final class CommandRoutes {
    private final World world;
    private final Commands commands;

    CommandRoutes(World world, Commands commands) {
        this.world = world;
        this.commands = commands;
    }

    List<RestRoute> routes() {
        List<RestRoute> routes = new ArrayList<>();
        for (String place : List.of("", "/guilds/{guild}")) {
            String all = "/applications/{application}" + place + "/commands";
            routes.add(RestRoute.bot("GET", all, this::list));
            routes.add(RestRoute.bot("PUT", all, this::replace));
            routes.add(RestRoute.bot("POST", all, this::create));
            routes.add(RestRoute.bot("GET", all + "/{command}", this::get));
            routes.add(RestRoute.bot("PATCH", all + "/{command}", this::change));
            routes.add(RestRoute.bot("DELETE", all + "/{command}", this::remove));
        }
        return routes;
    }

    private RestAnswer list(RestRequest request) {
        return world.read(() -> {
            List<ObjectNode> all = commands.all(scope(request));
            // The bot's own settings are English, and no library sends a header of another language.
            return RestAnswer.ok(array(
                    request.isAsked("with_localizations")
                            ? all
                            : all.stream()
                                    .map(command -> LocalizedCommand.in(Locales.STANDARD, command))
                                    .toList()));
        });
    }

    private RestAnswer get(RestRequest request) {
        return world.read(() -> RestAnswer.ok(commands.require(scope(request), request.id("command"))));
    }

    private RestAnswer replace(RestRequest request) {
        CommandRules.checkAll(request.body());
        return world.change(() -> RestAnswer.ok(array(commands.replace(scope(request), request.body()))));
    }

    private RestAnswer create(RestRequest request) {
        CommandRules.check(request.object());
        return world.change(() -> {
            long scope = scope(request);
            boolean isKnown = commands.has(scope, request.body());
            if (!isKnown && commands.all(scope).size() >= CommandRules.MOST_COMMANDS) {
                throw new DiscordException(DiscordError.TOO_MANY_COMMANDS);
            }
            ObjectNode command = commands.put(scope, request.body());
            return isKnown ? RestAnswer.ok(command) : RestAnswer.created(command);
        });
    }

    private RestAnswer change(RestRequest request) {
        return world.change(() -> {
            long scope = scope(request);
            ObjectNode changed = commands.require(scope, request.id("command")).deepCopy();
            changed.setAll(request.object());
            CommandRules.check(changed);
            return RestAnswer.ok(commands.change(scope, request.id("command"), changed));
        });
    }

    private RestAnswer remove(RestRequest request) {
        return world.change(() -> {
            commands.remove(scope(request), request.id("command"));
            return RestAnswer.empty();
        });
    }

    private long scope(RestRequest request) {
        if (request.id("application") != world.bot().id()) {
            throw new DiscordException(DiscordError.MISSING_ACCESS);
        }
        if (!request.pathParameters().containsKey("guild")) {
            return Commands.GLOBAL;
        }
        return world.guild(request.id("guild"))
                .orElseThrow(() -> new DiscordException(DiscordError.MISSING_ACCESS))
                .id();
    }

    private static ArrayNode array(List<ObjectNode> commands) {
        return Json.array().addAll(commands);
    }
}
