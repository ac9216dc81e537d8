package dev.earworm.ops;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How an event is written: in text so that a forged line is seen to be none, in JSON always on one line. */
final class LogLayout {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    /** Of which song or interaction a line is; libraries have marks of their own, which nobody needs. */
    private static final List<String> MARKS = List.of("job", "guild", "provider", "attempt", "interaction");

    /** Stands before every line that is not the first of an event. */
    private static final String CONTINUED = "    | ";

    private LogLayout() {}

    /** @param blank takes out of messages and stack traces what must not be read */
    static String write(LogFormatConfig format, ILoggingEvent event, UnaryOperator<String> blank) {
        return switch (format) {
            case TEXT -> text(event, blank);
            case JSON -> json(event, blank);
        };
    }

    private static String text(ILoggingEvent event, UnaryOperator<String> blank) {
        String first = "%s %-5s %s [%s]%s %s\n"
                .formatted(
                        TIME.format(event.getInstant()),
                        event.getLevel(),
                        event.getLoggerName(),
                        OneLine.of(event.getThreadName()),
                        marks(event),
                        OneLine.of(blank.apply(event.getFormattedMessage())));
        return first + stackTrace(event).map(blank).map(LogLayout::continued).orElse("");
    }

    /** As {@code  {job=… provider=…}}. */
    private static String marks(ILoggingEvent event) {
        Map<String, String> marks = event.getMDCPropertyMap();
        String text = MARKS.stream()
                .filter(marks::containsKey)
                .map(mark -> mark + "=" + OneLine.of(String.valueOf(marks.get(mark))))
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? "" : " {" + text + "}";
    }

    private static String continued(String stackTrace) {
        return stackTrace
                .lines()
                .map(line -> CONTINUED + OneLine.of(line.replace("\t", "  ")) + "\n")
                .collect(Collectors.joining());
    }

    private static String json(ILoggingEvent event, UnaryOperator<String> blank) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("time", TIME.format(event.getInstant()));
        fields.put("level", event.getLevel().toString());
        fields.put("logger", event.getLoggerName());
        fields.put("thread", event.getThreadName());
        Map<String, String> marks = event.getMDCPropertyMap();
        MARKS.stream().filter(marks::containsKey).forEach(mark -> fields.put(mark, String.valueOf(marks.get(mark))));
        fields.put("message", blank.apply(event.getFormattedMessage()));
        stackTrace(event).map(blank).ifPresent(stackTrace -> fields.put("stackTrace", stackTrace));
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"" + OneLine.inJson(escaped(field.getValue())) + "\"")
                .collect(Collectors.joining(",", "{", "}\n"));
    }

    /** As it stands inside of a JSON string. */
    static String escaped(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static Optional<String> stackTrace(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        return Optional.ofNullable(thrown).map(ThrowableProxyUtil::asString);
    }
}
