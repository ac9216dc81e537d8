package dev.earworm.ops;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How an event is written: in text so that a forged line is seen to be none, in JSON always on one line. */
final class LogLayout {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    /** Stands before every line that is not the first of an event. */
    private static final String CONTINUED = "    | ";

    private LogLayout() {}

    static String write(LogFormatConfig format, ILoggingEvent event) {
        return switch (format) {
            case TEXT -> text(event);
            case JSON -> json(event);
        };
    }

    private static String text(ILoggingEvent event) {
        String first = "%s %-5s %s [%s] %s\n"
                .formatted(
                        TIME.format(event.getInstant()),
                        event.getLevel(),
                        event.getLoggerName(),
                        OneLine.of(event.getThreadName()),
                        OneLine.of(event.getFormattedMessage()));
        return first + stackTrace(event).map(LogLayout::continued).orElse("");
    }

    private static String continued(String stackTrace) {
        return stackTrace
                .lines()
                .map(line -> CONTINUED + OneLine.of(line.replace("\t", "  ")) + "\n")
                .collect(Collectors.joining());
    }

    private static String json(ILoggingEvent event) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("time", TIME.format(event.getInstant()));
        fields.put("level", event.getLevel().toString());
        fields.put("logger", event.getLoggerName());
        fields.put("thread", event.getThreadName());
        fields.put("message", event.getFormattedMessage());
        stackTrace(event).ifPresent(stackTrace -> fields.put("stackTrace", stackTrace));
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"" + escaped(field.getValue()) + "\"")
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
