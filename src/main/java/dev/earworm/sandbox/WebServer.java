package dev.earworm.sandbox;

import dev.earworm.sandbox.gateway.GatewayServer;
import dev.earworm.sandbox.http.RestServer;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The one port: REST, gateway and uploaded files. */
final class WebServer implements AutoCloseable {
    static final String GATEWAY = "/gateway";
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

    /** How IPv4 and IPv6 write "every address". */
    private static final Set<String> ANY = Set.of("0.0.0.0", "::");

    private final Javalin server;
    private final String address;

    private WebServer(Javalin server, String address) {
        this.server = server;
        this.address = address;
    }

    /** @throws AddressUnavailableException when it cannot listen there */
    static WebServer start(
            String address,
            int port,
            RestServer rest,
            GatewayServer gateway,
            FileStore files,
            Consumer<RoutesConfig> more) {
        requireFree(address, port);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = true;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.jetty.host = address;
            config.jetty.port = port;
            config.jetty.modifyWebSocketServletFactory(factory -> factory.setIdleTimeout(IDLE_TIMEOUT));
            config.routes.ws(GATEWAY, gateway::register);
            config.routes.get("/attachments/{channel}/{file}/{name}", context -> download(context, files));
            rest.register(config.routes);
            more.accept(config.routes);
        });
        try {
            return new WebServer(server.start(), address);
        } catch (JavalinBindException e) {
            throw new AddressUnavailableException(address, port, e);
        }
    }

    /** Javalin finds out as well, but writes to the log of it what the caller is about to say. */
    private static void requireFree(String address, int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getByName(address)).close();
        } catch (IOException e) {
            throw new AddressUnavailableException(address, port, e);
        }
    }

    /** Host and port as programs on this machine reach them. */
    String authority() {
        boolean isEverywhere = ANY.contains(address);
        String host = isEverywhere ? "127.0.0.1" : address;
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port();
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
        file.get().sendTo(context);
    }

    @Override
    public void close() {
        server.stop();
    }
}
