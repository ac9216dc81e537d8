package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.http.RestAnswer;
import dev.earworm.sandbox.http.RestRequest;
import dev.earworm.sandbox.http.RestRoute;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import dev.earworm.sandbox.rules.Locales;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Who the bot is, where its gateway is, and whom it may write to. */
final class AccountRoutes {
    private static final int SESSIONS_A_DAY = 1000;

    private final World world;
    private final Supplier<String> gatewayUrl;
    private final IntSupplier identified;

    AccountRoutes(World world, Supplier<String> gatewayUrl, IntSupplier identified) {
        this.world = world;
        this.gatewayUrl = gatewayUrl;
        this.identified = identified;
    }

    List<RestRoute> routes() {
        return List.of(
                RestRoute.bot(
                        "GET", "/gateway", _ -> RestAnswer.ok(Json.object().put("url", gatewayUrl.get()))),
                RestRoute.bot("GET", "/gateway/bot", _ -> gatewayBot()),
                RestRoute.bot("GET", "/users/@me", _ -> me()),
                RestRoute.bot("POST", "/users/@me/channels", this::openDirectChannel),
                RestRoute.bot("GET", "/users/{user}", this::user),
                RestRoute.bot("GET", "/oauth2/applications/@me", _ -> application()),
                RestRoute.bot("GET", "/applications/@me", _ -> application()));
    }

    private RestAnswer gatewayBot() {
        ObjectNode json = Json.object();
        json.put("url", gatewayUrl.get());
        json.put("shards", 1);
        json.putObject("session_start_limit")
                .put("total", SESSIONS_A_DAY)
                .put("remaining", Math.max(0, SESSIONS_A_DAY - identified.getAsInt()))
                .put("reset_after", 86_400_000)
                .put("max_concurrency", world.config().identifies().maxConcurrency());
        return RestAnswer.ok(json);
    }

    private RestAnswer me() {
        return world.read(() -> {
            ObjectNode json = GuildPayloads.user(world.bot());
            json.put("verified", true);
            json.put("mfa_enabled", false);
            json.putNull("email");
            json.put("locale", Locales.STANDARD);
            return RestAnswer.ok(json);
        });
    }

    private RestAnswer user(RestRequest request) {
        return world.read(() -> world.user(request.id("user"))
                .map(user -> RestAnswer.ok(GuildPayloads.user(user)))
                .orElseThrow(() -> new DiscordException(DiscordError.UNKNOWN_USER)));
    }

    private RestAnswer openDirectChannel(RestRequest request) {
        long recipient = request.bodyId("recipient_id");
        return world.change(() -> {
            SandboxUser user = world.user(recipient)
                    .filter(found -> !found.isBot())
                    .orElseThrow(() -> new DiscordException(DiscordError.INVALID_RECIPIENT));
            return RestAnswer.ok(GuildPayloads.channel(world.directChannel(user)));
        });
    }

    private RestAnswer application() {
        return world.read(() -> {
            SandboxUser bot = world.bot();
            ObjectNode json = Json.object();
            json.put("id", Json.id(bot.id()));
            json.put("name", bot.name());
            json.put("description", "");
            json.putNull("icon");
            json.put("bot_public", true);
            json.put("bot_require_code_grant", false);
            json.put("verify_key", "0".repeat(64));
            json.put("flags", 0);
            ObjectNode installations = json.putObject("integration_types_config");
            installations.putObject("0");
            installations.putObject("1");
            json.putArray("rpc_origins");
            json.putArray("tags");
            json.putArray("redirect_uris");
            json.putNull("team");
            json.set("owner", GuildPayloads.user(world.user("application owner")));
            json.set("bot", GuildPayloads.user(bot));
            return RestAnswer.ok(json);
        });
    }
}
