package dev.earworm.ops;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where operators, containers and load balancers ask how the program is, and where providers call.
 *
 * <p>{@code GET /healthz}: 200 as long as the process answers. {@code GET /readyz}: 200 when every part is well, else 503;
 * either way a line of text for each part. {@code GET /metrics}: figures for Prometheus. Nothing here needs a password, so nothing here is secret. {@code POST
 * /webhooks/{provider}}: see {@link WebhookRoute}.
 */
public final class OpsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpsServer.class);
    private static final String FIGURES = "text/plain; version=0.0.4; charset=utf-8";
    private static final int WARM_UP_MILLIS = 5_000;

    private final Javalin server;
    private final AtomicReference<Answers> answers;

    /** What is answered now. */
    private record Answers(List<HealthCheck> checks, WebhookRoute webhooks) {
        Answers {
            checks = List.copyOf(checks);
        }
    }

    private OpsServer(Javalin server, AtomicReference<Answers> answers) {
        this.server = server;
        this.answers = answers;
    }

    /**
     * Starts to answer.
     *
     * @param checks the parts that have to be well for the program to be ready
     * @param webhooks what is done with the calls of providers
     * @param figures of {@code GET /metrics}, in Prometheus's text format
     * @throws PortUnavailableException when another program has the port, or it needs rights that this one lacks
     */
    public static OpsServer start(
            HttpConfig http, List<HealthCheck> checks, WebhookRoute webhooks, Supplier<String> figures)
            throws PortUnavailableException {
        AtomicReference<Answers> answers = new AtomicReference<>(new Answers(checks, webhooks));
        try {
            Javalin server = Javalin.create(config -> configure(config, answers::get, figures))
                    .start(http.address().orElse(null), http.port());
            Thread.ofVirtual().name("ops-warm-up").start(() -> warmUp(server.port()));
            return new OpsServer(server, answers);
        } catch (JavalinBindException e) {
            throw new PortUnavailableException(http, e);
        }
    }

    /** The first request loads half of the server: a tenth of a second that a provider's first call shall not wait. */
    private static void warmUp(int port) {
        try {
            HttpURLConnection self = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/webhooks/nobody")
                    .toURL()
                    .openConnection();
            self.setRequestMethod("POST");
            self.setConnectTimeout(WARM_UP_MILLIS);
            self.setReadTimeout(WARM_UP_MILLIS);
            LOG.debug("warmed up: {}", self.getResponseCode());
        } catch (IOException e) {
            LOG.debug("not warmed up", e);
        }
    }

    /** From now on, these parts are asked, and calls of providers are heard there. */
    public void answer(List<HealthCheck> checks, WebhookRoute webhooks) {
        answers.set(new Answers(checks, webhooks));
    }

    private static void configure(JavalinConfig config, Supplier<Answers> answers, Supplier<String> figures) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.routes.get("/healthz", context -> answer(context, 200, "ok\n"));
        config.routes.get("/readyz", context -> {
            Readiness readiness = Readiness.of(answers.get().checks());
            answer(context, readiness.isReady() ? 200 : 503, readiness.text());
        });
        config.routes.get("/metrics", context -> {
            answer(context, 200, figures.get());
            context.contentType(FIGURES);
        });
        config.routes.post(
                WebhookRoute.PATH, context -> answers.get().webhooks().answer(context));
    }

    private static void answer(Context context, int status, String text) {
        context.status(status).header(Header.CACHE_CONTROL, "no-store").result(text);
    }

    /** The port it answers on, which matters when {@code http.port} is 0. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
