package dev.earworm.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The log as the program sets it up, in a context of its own. */
class LogOutputTest {
    private static final String FORGED = "a calm river\n2026-01-01T00:00:00.000Z ERROR forged\r\u001b[31m\u202e\u2028";

    private final LoggerContext context = new LoggerContext();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void setUpAsTheProgramDoes() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        new LogSetup().configure(context);
        console().setOutputStream(written);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void logbackFindsTheSetupByItself() {
        assertThat(ServiceLoader.load(Configurator.class)).hasExactlyElementsOfTypes(LogSetup.class);
    }

    @Test
    void answersAreNotMixedWithTheLog() {
        assertThat(((ConsoleAppender<ILoggingEvent>) console()).getTarget()).isEqualTo("System.err");
    }

    @Test
    void librariesSpeakOfTroubleOnly() {
        context.getLogger("org.eclipse.jetty.server.Server").info("jetty-12 started");
        context.getLogger("net.dv8tion.jda.api.JDA").warn("trouble");

        assertThat(lines()).singleElement().asString().endsWith("trouble");
    }

    @Test
    void aTextLineHasTimeLevelOriginAndMessage() {
        log().warn("The provider is {}", "slow");

        assertThat(lines())
                .singleElement()
                .asString()
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z WARN  earworm\\.test \\[.+] The provider is slow");
    }

    @Test
    void aMemberCannotForgeALineOfText() {
        log().info("Prompt: {}", FORGED);

        assertThat(lines())
                .singleElement()
                .asString()
                .endsWith(
                        "Prompt: a calm river\\n2026-01-01T00:00:00.000Z ERROR forged\\r\\u{1b}[31m\\u{202e}\\u{2028}");
    }

    @Test
    void noLineOfAStackTraceCanBeTakenForAnEvent() {
        log().error("Failed", new IllegalStateException(FORGED, new IllegalArgumentException(FORGED)));

        assertThat(lines()).hasSizeGreaterThan(5);
        assertThat(lines().subList(1, lines().size())).allMatch(line -> line.startsWith("    | "));
        assertThat(text())
                .contains("    | 2026-01-01T00:00:00.000Z ERROR forged")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void inJsonEachEventIsOneObjectOnOneLine() throws Exception {
        LogOutput.configure(context, LogFormatConfig.JSON, List.of());

        log().error("Prompt: \"{}\"", FORGED, new IllegalStateException(FORGED));

        assertThat(lines()).hasSize(1);
        JsonNode event = new ObjectMapper().readTree(lines().getFirst());
        assertThat(event.path("level").asText()).isEqualTo("ERROR");
        assertThat(event.path("logger").asText()).isEqualTo("earworm.test");
        assertThat(event.path("message").asText()).isEqualTo("Prompt: \"" + FORGED + "\"");
        assertThat(event.path("stackTrace").asText()).startsWith("java.lang.IllegalStateException: a calm river");
        assertThat(event.path("time").asText()).endsWith("Z");
    }

    @Test
    void aLineOfASongSaysWhichAndLibrariesMarksAreLeftOut() throws Exception {
        context.getMDCAdapter().put("job", "0f3k");
        context.getMDCAdapter().put("guild", "7");
        context.getMDCAdapter().put("provider", "synth");
        context.getMDCAdapter().put("attempt", "2");
        context.getMDCAdapter().put("jda.shard", "1");
        try {
            log().info("made");
            LogOutput.configure(context, LogFormatConfig.JSON, List.of());
            log().info("made");
        } finally {
            context.getMDCAdapter().clear();
        }

        assertThat(lines().getFirst()).endsWith("] {job=0f3k guild=7 provider=synth attempt=2} made");
        JsonNode event = new ObjectMapper().readTree(lines().getLast());
        assertThat(event.path("job").asText()).isEqualTo("0f3k");
        assertThat(event.path("guild").asText()).isEqualTo("7");
        assertThat(event.path("provider").asText()).isEqualTo("synth");
        assertThat(event.path("attempt").asText()).isEqualTo("2");
        assertThat(event.has("jda.shard")).isFalse();
    }

    @Test
    void theLevelIsThatOfEarwormAlone() {
        LogOutput.level(context, LogLevelConfig.TRACE);
        context.getLogger("dev.earworm.jobs.SongJob").trace("ours");
        context.getLogger("net.dv8tion.jda.internal.requests.Requester").debug("theirs");
        context.getLogger("some.library").debug("theirs");
        LogOutput.level(context, LogLevelConfig.ERROR);
        context.getLogger("dev.earworm.jobs.SongJob").warn("too quiet to be heard");

        assertThat(lines()).singleElement().asString().endsWith("ours");
    }

    @ParameterizedTest
    @EnumSource
    void aKnownSecretIsBlankedInMessagesAndStackTraces(LogFormatConfig format) {
        LogOutput.configure(context, format, List.of("hush-hush", "quo\"ted\\hush"));

        log().error("key hush-hush and quo\"ted\\hush", new IllegalStateException("hush-hush and quo\"ted\\hush"));

        assertThat(text())
                .doesNotContain("hush")
                .contains("key [secret] and [secret]", "Exception: [secret] and [secret]");
    }

    @Test
    void aSecretInsideOfALongerOneLeavesNoRest() {
        LogOutput.configure(context, LogFormatConfig.TEXT, List.of("secret-one", "secret-one-and-more"));

        log().info("secret-one-and-more");

        assertThat(lines().getFirst()).endsWith("] [secret]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Authorization: Bot abc                       | Authorization: Bot [secret]
            authorization=Bearer sk-aig-1                | authorization=Bearer [secret]
            xi-api-key: sk_1                             | xi-api-key: [secret]
            {"X-API-Key":"afk_1","a":"b"}                | {"X-API-Key":"[secret]","a":"b"}
            sent Bot abcdefghijklmnop.q                  | sent Bot [secret]
            MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz0 was refused | [secret] was refused
            POST /interactions/12/aW50ZXJhY3Rpb246MTIzNDU2/callback | POST /interactions/12/[secret]/callback
            PATCH webhooks/12/short and a Bot is ready   | PATCH webhooks/12/short and a Bot is ready
            """)
    void whatLooksLikeASecretIsBlankedWithoutBeingKnown(String message, String blanked) {
        log().info(message);

        assertThat(lines().getFirst()).endsWith("] " + blanked);
    }

    @Test
    void aHeaderIsBlankedInsideOfJsonToo() {
        LogOutput.configure(context, LogFormatConfig.JSON, List.of());

        log().info("sent {\"xi-api-key\": \"sk_1\"}");

        assertThat(text()).contains("{\\\"xi-api-key\\\": \\\"[secret]\\\"}").doesNotContain("sk_1");
    }

    private org.slf4j.Logger log() {
        return context.getLogger("earworm.test");
    }

    private OutputStreamAppender<ILoggingEvent> console() {
        Appender<ILoggingEvent> console =
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console");
        assertThat(console).isInstanceOf(OutputStreamAppender.class);
        return (OutputStreamAppender<ILoggingEvent>) console;
    }

    private List<String> lines() {
        return text().lines().toList();
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
