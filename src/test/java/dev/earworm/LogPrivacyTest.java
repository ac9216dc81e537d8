package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole songs, one refused by a vendor that repeats the prompt, with the log as talkative as it can be. */
class LogPrivacyTest {
    private static final String PROMPT = "a calm river that nobody knows";
    private static final String LYRICS = "over the secret water\nunder the \"hidden\" bridge";

    @TempDir
    private Path folder;

    private final AtomicInteger submits = new AtomicInteger();

    private Dispatcher refusingFirst(byte[] song) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                MockResponse.Builder answer = new MockResponse.Builder();
                return submits.incrementAndGet() == 1
                        ? answer.code(400)
                                .body("{\"detail\":{\"status\":\"invalid\",\"message\":\"no music for '" + PROMPT
                                        + " / over the secret water'\"}}")
                                .build()
                        : answer.addHeader("Content-Type", "audio/wav")
                                .body(new Buffer().write(song))
                                .build();
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"json, trace", "text, debug"})
    void neitherWhatMembersWroteNorASecretIsLogged(String format, String level) throws Exception {
        byte[] song = Files.readAllBytes(Wav.tone(folder.resolve("song.wav"), Duration.ofSeconds(10)));
        String log;
        try (OperatedBot bot = new OperatedBot(folder, refusingFirst(song))) {
            bot.start(Map.of("LOG_FORMAT", format, "LOG_LEVEL", level));
            Map<String, ?> options = Map.of("prompt", PROMPT, "lyrics", LYRICS, "length", 10);
            bot.orders(bot.alice, options);
            bot.eventually(() -> bot.log().contains(" failed: "));
            bot.orders(bot.alice, options);
            bot.eventually(() -> bot.says("Your song is done"));
            log = bot.log();

            assertThat(log).contains("was delivered", "DEBUG", "no music for '[words] / [words]'");
            assertThat(log)
                    .doesNotContainIgnoringCase("calm river")
                    .doesNotContainIgnoringCase("calm-river")
                    .doesNotContainIgnoringCase("secret water")
                    .doesNotContainIgnoringCase("hidden")
                    .doesNotContain(OperatedBot.API_KEY, bot.sandbox.botToken());
            if (format.equals("json")) {
                eachLineOfASongIsMarked(log.lines().toList(), bot.home.id());
            } else {
                assertThat(log).containsPattern("\\{job=\\w+ guild=\\d+ provider=elevenlabs attempt=1} song \\w+ was");
            }
        }
    }

    private static void eachLineOfASongIsMarked(List<String> lines, long guild) throws Exception {
        ObjectMapper json = new ObjectMapper();
        int songs = 0;
        for (String line : lines) {
            JsonNode event = json.readTree(line);
            if (event.path("message").asText().matches(".*\\bsong [0-9a-z]{16}\\b.*")) {
                songs++;
                assertThat(event.path("message").asText())
                        .contains(event.path("job").asText("no job"));
                assertThat(event.path("guild").asText()).as(line).isEqualTo(Long.toUnsignedString(guild));
                assertThat(event.path("provider").asText()).as(line).isEqualTo("elevenlabs");
                assertThat(event.path("attempt").asText()).as(line).isEqualTo("1");
            }
        }
        assertThat(songs).isPositive();
    }
}
