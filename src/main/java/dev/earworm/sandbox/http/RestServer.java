package dev.earworm.sandbox.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.http.RateLimits.Verdict;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes each request through the same gates as Discord does: fault on demand, rate limit, token, body, handler, log.
 *
 * <p>Every answer carries the rate-limit headers and {@code Via}; JDA takes a 429 without {@code Via} for a ban by
 * Cloudflare. What no route answers is 404 and remembered.
 */
public final class RestServer {
    public static final String ROOT = "/api/v10";
    private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);

    private final List<RestRoute> routes;
    private final String authorization;
    private final InstantSource clock;
    private final ObjectMapper mapper = new ObjectMapper();
    private final RequestReader reader;
    private final RateLimits rateLimits;
    private final Faults faults = new Faults();
    private final RequestLog log;

    public RestServer(
            List<RestRoute> routes,
            String botToken,
            RateLimitConfig rateLimits,
            Path uploads,
            InstantSource clock,
            RequestLog log) {
        this.routes = routes;
        this.authorization = "Bot " + botToken;
        this.clock = clock;
        this.reader = new RequestReader(mapper, uploads);
        this.rateLimits = new RateLimits(rateLimits);
        this.log = log;
    }

    public Faults faults() {
        return faults;
    }

    public void rateLimits(RateLimitConfig changed) {
        rateLimits.use(changed);
    }

    public void register(RoutesConfig web) {
        for (RestRoute route : routes) {
            web.addHttpHandler(
                    HandlerType.findOrCreate(route.method()),
                    ROOT + route.template(),
                    context -> serve(context, route));
        }
        RestRoute unknown = new RestRoute("*", LoggedRequest.UNKNOWN, RestRoute.Access.INTERACTION, _ -> {
            throw new DiscordException(DiscordError.NOT_FOUND);
        });
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            web.addHttpHandler(HandlerType.findOrCreate(method), "/api/<rest>", context -> serve(context, unknown));
        }
    }

    private void serve(Context context, RestRoute route) throws IOException {
        long start = System.nanoTime();
        Optional<Fault> fault = faults.take(context.method().name(), pathBelowRoot(context));
        Reply reply = reply(context, route, fault);
        // Before the bot hears of it: whoever looks once it has finds the request.
        log.add(new LoggedRequest(
                clock.instant(),
                context.method().name(),
                route.method().equals("*") ? LoggedRequest.UNKNOWN : route.toString(),
                pathBelowRoot(context) + query(context),
                reply.isBroken() ? 0 : reply.answer.status(),
                reply.answer.status() < 400
                        ? 0
                        : reply.answer
                                .body()
                                .map(body -> body.path("code").asInt())
                                .orElse(0),
                Duration.ofNanos(System.nanoTime() - start)));
        if (reply.isBroken()) {
            breakConnection(context);
        } else {
            write(context, reply);
        }
    }

    /** An answer on its way out, or a connection to be broken instead. */
    private record Reply(RestAnswer answer, boolean isBroken) {}

    private Reply reply(Context context, RestRoute route, Optional<Fault> fault) {
        return switch (fault.orElse(null)) {
            case null -> new Reply(gated(context, route), false);
            case Fault.Status(int status) -> new Reply(plain(status, "%d: sandbox fault".formatted(status)), false);
            case Fault.RateLimited(Duration retryAfter) -> new Reply(tooMany(context, retryAfter, false), false);
            case Fault.ConnectionReset() -> new Reply(RestAnswer.empty(), true);
            case Fault.LostReply() -> new Reply(gated(context, route), true);
            case Fault.Slow(Duration delay) -> {
                pause(delay);
                yield new Reply(gated(context, route), false);
            }
            case Fault.Held(CountDownLatch until) -> {
                await(until);
                yield new Reply(gated(context, route), false);
            }
        };
    }

    private RestAnswer gated(Context context, RestRoute route) {
        Verdict verdict = rateLimits.take(route, majorParameters(context));
        context.header("X-RateLimit-Limit", Integer.toString(verdict.limit()));
        context.header("X-RateLimit-Remaining", Integer.toString(verdict.remaining()));
        context.header("X-RateLimit-Reset-After", seconds(verdict.resetAfter()));
        context.header(
                "X-RateLimit-Reset", seconds(Duration.ofMillis(clock.millis()).plus(verdict.resetAfter())));
        context.header("X-RateLimit-Bucket", verdict.bucket());
        if (verdict.isExceeded()) {
            return tooMany(context, verdict.resetAfter(), verdict.isGlobal());
        }
        try {
            boolean isBot = authorization.equals(context.header("Authorization"));
            if (route.access() == RestRoute.Access.BOT && !isBot) {
                throw new DiscordException(DiscordError.UNAUTHORIZED);
            }
            try (RestRequest request = reader.read(context)) {
                return route.handler().handle(request);
            }
        } catch (DiscordException refusal) {
            refusal.retryAfter().ifPresent(wait -> addWait(context, wait, "user"));
            return new RestAnswer(refusal.error().status(), Optional.of(refusal.body()));
        } catch (Exception bug) {
            LOG.error("The sandbox failed to answer {}", route, bug);
            return plain(500, "500: Internal Server Error");
        }
    }

    private void write(Context context, Reply reply) throws IOException {
        context.header("Via", "1.1 sandbox");
        context.status(reply.answer.status());
        if (reply.answer.body().isPresent()) {
            context.contentType("application/json");
            context.result(mapper.writeValueAsBytes(reply.answer.body().get()));
        }
    }

    private static RestAnswer tooMany(Context context, Duration retryAfter, boolean isGlobal) {
        addWait(context, retryAfter, isGlobal ? "global" : "user");
        if (isGlobal) {
            context.header("X-RateLimit-Global", "true");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("message", "You are being rate limited.");
        body.put("retry_after", retryAfter.toMillis() / 1000.0);
        body.put("global", isGlobal);
        return new RestAnswer(429, Optional.of(body));
    }

    private static void addWait(Context context, Duration retryAfter, String scope) {
        context.header("Retry-After", Long.toString(retryAfter.plusMillis(999).toSeconds()));
        context.header("X-RateLimit-Scope", scope);
    }

    private static RestAnswer plain(int status, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("message", message);
        body.put("code", 0);
        return new RestAnswer(status, Optional.of(body));
    }

    private static void breakConnection(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String majorParameters(Context context) {
        StringBuilder major = new StringBuilder();
        for (String name : List.of("channel", "guild", "interactionToken")) {
            major.append('/').append(context.pathParamMap().getOrDefault(name, ""));
        }
        return major.toString();
    }

    private static String pathBelowRoot(Context context) {
        String path = context.path();
        return path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
    }

    private static String query(Context context) {
        return context.queryString() == null ? "" : "?" + context.queryString();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }
}
