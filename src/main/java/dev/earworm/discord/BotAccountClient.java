package dev.earworm.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.requests.RestConfig;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Asks Discord who the bot is and how it is set up, without logging it in. Costs none of the bot's logins. The token goes to {@code discord.api-url} and follows no redirect.
 */
public final class BotAccountClient {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 1 << 16;
    private static final String INSTALLATIONS = "integration_types_config";
    private static final String TO_USERS = "1";
    private static final JsonMapper JSON = new JsonMapper();

    private final DiscordConfig config;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .callTimeout(LONGEST_ANSWER)
            .followRedirects(false)
            .followSslRedirects(false)
            // Racing addresses connect on threads of OkHttp's own, where an interrupt does not reach.
            .fastFallback(false)
            .build();

    public BotAccountClient(DiscordConfig config) {
        this.config = config;
    }

    /** Blocks; an interrupt ends it early. */
    public BotAccount ask() {
        if (config.botToken().isEmpty()) {
            return new BotAccount.Refused("There is no bot token: set discord.token (DISCORD_TOKEN).");
        }
        return switch (get("users/@me", config.botToken().get())) {
            case Failed(BotAccount account) -> account;
            case Told(JsonNode bot) when !bot.path("id").isTextual() -> notDiscord();
            case Told(JsonNode bot) ->
                withLogins(bot, get("gateway/bot", config.botToken().get()));
        };
    }

    /**
     * Asks what Discord's page of the application says ({@code integration_types_config},
     * <a href="https://docs.discord.com/developers/resources/application#application-object">application object</a>).
     */
    public UserInstall userInstall() {
        return config.botToken()
                .map(botToken -> get("applications/@me", botToken))
                .map(BotAccountClient::userInstall)
                .orElse(UserInstall.UNKNOWN);
    }

    /** Empty where Discord does not say. */
    public Optional<BotApplication> application() {
        return config.botToken()
                .flatMap(botToken -> told(get("applications/@me", botToken)))
                .filter(application -> application.path("id").isTextual())
                .map(application -> new BotApplication(
                        application.path("id").asText(),
                        application.path("flags").asLong(),
                        application.path("bot_require_code_grant").asBoolean()));
    }

    /**
     * The names of the commands that Discord offers; empty where it does not say.
     *
     * @param guild of whose own commands; of those for everywhere when empty
     */
    public Optional<Set<String>> commands(String application, OptionalLong guild) {
        String place = guild.isPresent() ? "/guilds/" + guild.getAsLong() : "";
        return config.botToken()
                .flatMap(botToken -> told(get("applications/" + application + place + "/commands", botToken)))
                .filter(JsonNode::isArray)
                .map(commands -> StreamSupport.stream(commands.spliterator(), false)
                        .map(command -> command.path("name").asText())
                        .collect(Collectors.toSet()));
    }

    /** What time it is at Discord, to the second; empty where it does not say. */
    public Optional<Instant> time() {
        HttpUrl base = HttpUrl.parse(config.apiUrl().toString());
        if (base == null) {
            return Optional.empty();
        }
        HttpUrl address = base.newBuilder().addPathSegment("gateway").build();
        Request request = new Request.Builder()
                .url(address)
                .header("User-Agent", RestConfig.USER_AGENT)
                .build();
        try (Response response = http.newCall(request).execute()) {
            return Optional.ofNullable(response.headers().getInstant("Date"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> told(Reply reply) {
        return switch (reply) {
            case Told(JsonNode json) -> Optional.of(json);
            case Failed _ -> Optional.empty();
        };
    }

    private static UserInstall userInstall(Reply application) {
        return switch (application) {
            case Failed _ -> UserInstall.UNKNOWN;
            case Told(JsonNode told) when !told.path(INSTALLATIONS).isObject() -> UserInstall.UNKNOWN;
            case Told(JsonNode told) ->
                told.path(INSTALLATIONS).has(TO_USERS) ? UserInstall.ALLOWED : UserInstall.NOT_ALLOWED;
        };
    }

    private static BotAccount withLogins(JsonNode bot, Reply gateway) {
        return switch (gateway) {
            case Failed(BotAccount account) -> account;
            case Told(JsonNode told) ->
                new BotAccount.Known(
                        bot.path("username").asText(),
                        bot.path("id").asText(),
                        logins(told.path("session_start_limit")));
        };
    }

    private static Optional<BotAccount.Logins> logins(JsonNode limit) {
        return limit.path("remaining").isInt()
                ? Optional.of(new BotAccount.Logins(
                        limit.path("remaining").asInt(),
                        limit.path("total").asInt(),
                        Duration.ofMillis(limit.path("reset_after").asLong())))
                : Optional.empty();
    }

    /** What came of one question. */
    private sealed interface Reply {}

    private record Told(JsonNode json) implements Reply {}

    private record Failed(BotAccount account) implements Reply {}

    private Reply get(String path, String botToken) {
        HttpUrl base = HttpUrl.parse(config.apiUrl().toString());
        if (base == null) {
            return new Failed(notDiscord());
        }
        Request request = new Request.Builder()
                .url(base.newBuilder().addPathSegments(path).build())
                .header("Authorization", "Bot " + botToken)
                .header("User-Agent", RestConfig.USER_AGENT)
                .build();
        try (Response response = http.newCall(request).execute()) {
            return reply(response);
        } catch (JsonProcessingException e) {
            return new Failed(notDiscord());
        } catch (IOException e) {
            return new Failed(new BotAccount.Unreachable(
                    "Discord cannot be reached at " + config.apiUrl() + ": " + e.getMessage()));
        }
    }

    private Reply reply(Response response) throws IOException {
        return response.code() == 200
                ? new Told(JSON.readTree(response.peekBody(LARGEST_ANSWER).string()))
                : new Failed(refusal(response.code()));
    }

    private BotAccount refusal(int status) {
        return switch (status) {
            case 401 ->
                new BotAccount.Refused("Discord does not accept the bot token: check discord.token (DISCORD_TOKEN).");
            case 403 -> new BotAccount.Unreachable("Discord refuses requests from here (HTTP 403).");
            case 429 -> new BotAccount.Unreachable("Discord wants fewer requests (HTTP 429); try again later.");
            default ->
                status >= 500
                        ? new BotAccount.Unreachable("Discord is not well: it answers HTTP " + status + ".")
                        : notDiscord();
        };
    }

    private BotAccount notDiscord() {
        return new BotAccount.Refused("At " + config.apiUrl()
                + " there is something else than Discord's API: check discord.api-url (DISCORD_API_URL).");
    }
}
