package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxConfig;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.RateLimitConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockWebServer;

/** The program as operators run it, in a process of its own, with a vendor that answers with the song itself. */
final class OperatedBot implements AutoCloseable {
    static final String API_KEY = "sk_hush-hush-key-of-a-test";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern PORT = Pattern.compile("operators are answered on port (\\d+)");

    final Sandbox sandbox = Sandbox.start(
            SandboxConfig.standard().withRateLimits(RateLimitConfig.generous()).withAckTimeout(SOON));
    final SandboxGuild home = sandbox.guild("Home");
    final SandboxChannel general = home.channel("general");
    final SandboxMember alice = home.member("alice");
    final SandboxMember bob = home.member("bob");
    private final Path folder;
    final Path data;
    private final Path log;
    private final MockWebServer vendor = new MockWebServer();
    private final List<Process> processes = new ArrayList<>();

    OperatedBot(Path folder, Dispatcher dispatcher) throws IOException {
        this.folder = folder;
        data = folder.resolve("data");
        log = folder.resolve("log");
        vendor.setDispatcher(dispatcher);
        vendor.start();
    }

    Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "DISCORD_TOKEN", sandbox.botToken(),
                "DISCORD_API_URL", sandbox.apiUrl(),
                "ELEVENLABS_API_KEY", API_KEY,
                "ELEVENLABS_BASE_URL", vendor.url("/").toString(),
                "HTTP_PORT", "0",
                "DATA_DIR", data.toString()));
        environment.putAll(more);
        return environment;
    }

    /** Returns once members can use it. */
    Process start(Map<String, String> more) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-exports=java.desktop/com.sun.media.sound=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "dev.earworm.Main",
                "run");
        builder.directory(folder.toFile());
        builder.environment().putAll(environment(more));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        long before = count("Earworm is ready");
        Process process = builder.start();
        processes.add(process);
        eventually(() -> count("Earworm is ready") > before);
        return process;
    }

    String vendorUrl() {
        return vendor.url("/").toString();
    }

    private long count(String words) {
        return log().lines().filter(line -> line.contains(words)).count();
    }

    SandboxInteraction orders(SandboxMember member, Map<String, ?> options) {
        return member.in(general).runs("song", options);
    }

    /** What a command in a terminal says, beside the running bot; its exit code first. */
    String calls(Map<String, String> more, String... command) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int exitCode = Main.commandLine(folder, environment(more), new Console(writer, writer))
                .execute(command);
        return exitCode + ": " + said;
    }

    /** The status that the process started last answers to operators; 0 when it does not answer. */
    int asks(String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port() + path).toURL().openConnection();
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Everything that it answers to an operator, headers and all. */
    String reads(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.headers().map() + "\n" + response.body();
        }
    }

    private int port() {
        Matcher ports = PORT.matcher(log());
        int port = 0;
        while (ports.find()) {
            port = Integer.parseInt(ports.group(1));
        }
        return port;
    }

    List<SandboxMessage> tracks() {
        return general.messages().stream()
                .filter(message -> !message.files().isEmpty())
                .toList();
    }

    boolean says(String words) {
        return general.messages().stream().anyMatch(message -> message.content().contains(words));
    }

    void eventually(BooleanSupplier condition) {
        assertThat(sandbox.await(SOON, condition)).as(this::log).isTrue();
    }

    /** Everything that the program has printed. */
    String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        vendor.close();
        sandbox.close();
    }
}
