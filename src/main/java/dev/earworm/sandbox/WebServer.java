package dev.earworm.sandbox;

import dev.earworm.sandbox.gateway.GatewayServer;
import dev.earworm.sandbox.http.RestServer;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The one port: REST, gateway and uploaded files. */
final class WebServer implements AutoCloseable {
    static final String GATEWAY = "/gateway";
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

    private final Javalin server;

    private WebServer(Javalin server) {
        this.server = server;
    }

    static WebServer start(
            int port, RestServer rest, GatewayServer gateway, FileStore files, Consumer<RoutesConfig> more) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = true;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = port;
            config.jetty.modifyWebSocketServletFactory(factory -> factory.setIdleTimeout(IDLE_TIMEOUT));
            config.routes.ws(GATEWAY, gateway::register);
            config.routes.get("/attachments/{channel}/{file}/{name}", context -> download(context, files));
            rest.register(config.routes);
            more.accept(config.routes);
        });
        return new WebServer(server.start());
    }

    int port() {
        return server.port();
    }

    /** Streams a file from disk; needs no token but a signed address, as on Discord's CDN. */
    private static void download(Context context, FileStore files) throws IOException {
        String id = context.pathParam("file");
        String query = Objects.requireNonNullElse(context.queryString(), "");
        Optional<SandboxFile> file = id.matches("\\d{1,19}")
                ? files.find(Long.parseUnsignedLong(id), context.path(), query)
                : Optional.empty();
        if (file.isEmpty()) {
            context.status(404).result("This content is no longer available.");
            return;
        }
        // What a member uploaded must not act as a page of this server.
        context.header("Content-Security-Policy", "sandbox; default-src 'none'");
        context.header("X-Content-Type-Options", "nosniff");
        context.writeSeekableStream(
                file.get().open(), file.get().contentType(), file.get().size());
    }

    @Override
    public void close() {
        server.stop();
    }
}
