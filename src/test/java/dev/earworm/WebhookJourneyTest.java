package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A song whose provider is asked nothing until it calls, through the whole program. */
class WebhookJourneyTest {
    private static final String OURS = "/webhooks/staged";

    @TempDir
    private Path folder;

    private final HttpClient caller = HttpClient.newHttpClient();
    private StagedProvider vendor;
    private FrontDoor bot;

    @BeforeEach
    void open() throws Exception {
        vendor = new StagedProvider(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(3)), 1);
        vendor.callsBack();
        bot = FrontDoor.openToCalls(folder.resolve("data"), vendor);
    }

    @AfterEach
    void close() {
        caller.close();
        bot.close();
    }

    @Test
    void onlyATrueCallAboutTheSongEndsTheWait() throws Exception {
        bot.run(bot.alice, "song", Map.of("prompt", "a calm river"));
        bot.eventually(() -> bot.rendering() == 1);
        String name = "staged-" + vendor.submits.getFirst();

        assertThat(call(OURS, "forged", name)).isEqualTo(401);
        assertThat(call(OURS, "genuine", "somebody-elses")).isEqualTo(204);
        assertThat(call("/webhooks/nobody", "genuine", name)).isEqualTo(404);
        vendor.finishesSongs();
        // Until it is heard: the song may have been stored and not be waiting yet.
        bot.eventually(() -> call(OURS, "genuine", name) == 204 && !bot.tracks().isEmpty());

        assertThat(vendor.polls()).isEqualTo(1);
        assertThat(call(OURS, "genuine", name)).isEqualTo(204);
        assertThat(bot.tracks()).hasSize(1);
    }

    private int call(String path, String signature, String body) {
        HttpRequest request = HttpRequest.newBuilder(bot.address(path))
                .header("X-Staged", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return caller.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
