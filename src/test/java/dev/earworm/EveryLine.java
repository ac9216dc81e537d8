package dev.earworm;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.earworm.ops.LogFormatConfig;
import dev.earworm.ops.LogOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Has everything that is logged, of ours and of libraries, down to the finest level, written as the program writes it. */
final class EveryLine implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Map<Logger, Level> levels = new HashMap<>();
    private final OutputStreamAppender<ILoggingEvent> output = new OutputStreamAppender<>();
    private final ByteArrayOutputStream written;

    EveryLine(ByteArrayOutputStream written) {
        this.written = written;
        output.setContext(root.getLoggerContext());
        output.setName("every line");
        output.setImmediateFlush(true);
        root.addAppender(output);
        LogOutput.configure(LogFormatConfig.TEXT, List.of());
        output.setOutputStream(written);
        output.start();
        root.getLoggerContext().getLoggerList().stream()
                .filter(logger -> logger.getLevel() != null)
                .forEach(logger -> {
                    levels.put(logger, logger.getLevel());
                    logger.setLevel(Level.TRACE);
                });
    }

    List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void close() {
        levels.forEach(Logger::setLevel);
        root.detachAppender(output);
        output.stop();
    }
}
