package dev.earworm.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earworm.Wav;
import dev.earworm.process.EarwormProcess;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxConfig;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxMember;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How soon the bot asks for a song whose provider calls to say that it is done. */
@ExtendWith(Scoreboard.Extension.class)
@Timeout(300)
class CallBench {
    private static final int SONGS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void aCallEndsTheWaitSoon(Scoreboard scoreboard) throws Exception {
        byte[] song = Files.readAllBytes(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(3)));
        int port = freePort();
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.standard());
                CallingVendor vendor = new CallingVendor(song);
                HttpClient caller = HttpClient.newHttpClient();
                EarwormProcess bot =
                        EarwormProcess.packaged(folder, environment(sandbox, vendor, port), List.of(), "run")) {
            bot.untilItSays("Earworm is ready", PATIENCE);
            SandboxGuild home = sandbox.guild("Home");
            SandboxChannel general = home.channel("general");
            SandboxMember alice = home.member("alice");

            List<Double> waits = new ArrayList<>();
            for (int i = 0; i < SONGS; i++) {
                alice.in(general).runs("song", Map.of("prompt", "a calm river"));
                String id = Objects.requireNonNull(vendor.submitted.poll(30, TimeUnit.SECONDS));
                // So that the bot has written the id and pauses.
                TimeUnit.SECONDS.sleep(1);
                waits.add(wait(vendor, caller, port, id));
            }
            Samples samples = Samples.of(waits.subList(1, SONGS));
            scoreboard.add(
                    new Figure("provider's first call to the question", waits.getFirst(), "ms", new Aim.AtMost(100)));
            scoreboard.add(new Figure(
                    "provider's call to the question, median of " + samples.count(),
                    samples.median(),
                    "ms",
                    new Aim.AtMost(100)));
            scoreboard.add(
                    new Figure("provider's call to the question, slowest", samples.most(), "ms", new Aim.AtMost(100)));
        }
    }

    /** From before the call leaves to when the question has arrived. */
    private static double wait(CallingVendor vendor, HttpClient caller, int port, String id) throws Exception {
        String body = "{\"event\":\"completed\",\"jobId\":\"%s\",\"status\":\"COMPLETED\"}".formatted(id);
        HttpRequest call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/apiframe"))
                .header("X-Webhook-Signature", CallingVendor.signature(body))
                .POST(BodyPublishers.ofString(body))
                .build();
        vendor.finishes(id);
        long begun = System.nanoTime();
        assertThat(caller.send(call, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
        await().atMost(PATIENCE).until(() -> vendor.askedAt(id).isPresent());
        return (vendor.askedAt(id).getAsLong() - begun) / 1e6;
    }

    private static Map<String, String> environment(Sandbox sandbox, CallingVendor vendor, int port) {
        return Map.of(
                "DISCORD_TOKEN",
                sandbox.botToken(),
                "DISCORD_API_URL",
                sandbox.apiUrl(),
                "APIFRAME_API_KEY",
                CallingVendor.API_KEY,
                "APIFRAME_BASE_URL",
                vendor.url(),
                "HTTP_ALLOW_PRIVATE_ADDRESSES",
                "true",
                "HTTP_PUBLIC_URL",
                "https://bot.example",
                "HTTP_PORT",
                String.valueOf(port),
                "QUOTA_DAILY_SONGS",
                "1000",
                "QUOTA_DAILY_SECONDS",
                "1000000");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
