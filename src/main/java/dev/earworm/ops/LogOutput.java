package dev.earworm.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.Collection;
import java.util.Iterator;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** The program's log, as the operator wants it. */
public final class LogOutput {
    private LogOutput() {}

    /**
     * From now on, every line has this format and none of these values; call it as soon as the configuration is read.
     *
     * @param secrets tokens and keys that are blanked wherever they turn up
     */
    public static void configure(LogFormatConfig format, Collection<String> secrets) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        // A program that embeds this one may bring another logging library.
        if (factory instanceof LoggerContext context) {
            configure(context, format, secrets);
        }
    }

    /** From now on, only what a person should look into; for commands that have better things to print. */
    public static void onlyWarnings() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        }
    }

    /** From now on, Earworm says so much of its own work. */
    public static void level(LogLevelConfig level) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            level(context, level);
        }
    }

    static void level(LoggerContext context, LogLevelConfig level) {
        context.getLogger("dev.earworm").setLevel(Level.toLevel(level.name()));
    }

    static void configure(LoggerContext context, LogFormatConfig format, Collection<String> secrets) {
        Iterator<Appender<ILoggingEvent>> appenders =
                context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
        while (appenders.hasNext()) {
            if (appenders.next() instanceof OutputStreamAppender<ILoggingEvent> output) {
                output.setEncoder(encoder(context, format, secrets));
            }
        }
    }

    private static LogEncoder encoder(LoggerContext context, LogFormatConfig format, Collection<String> secrets) {
        LogEncoder encoder = new LogEncoder(format, secrets);
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }
}
