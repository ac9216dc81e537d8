package dev.earworm.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/**
 * How the log is until the configuration is read: on standard error, because answers go to standard output.
 * {@link LogOutput} sets format and secrets once they are known.
 *
 * <p>Logback finds it as a service ({@code META-INF/services}). It is no {@code logback.xml} because the parser of that
 * is a third of the time that a short command takes.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    /** What these say of their own starting and stopping is of no use to an operator. */
    private static final List<String> TALKATIVE = List.of(
            "org.eclipse.jetty",
            "io.javalin",
            "com.zaxxer.hikari",
            "org.flywaydb",
            "net.dv8tion.jda",
            "com.github.kagkarlsson");

    /** It warns of each execution that another process runs. */
    private static final String ALARMED = "com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        context.getLogger(ALARMED).setLevel(Level.ERROR);
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(console(context));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
        LogEncoder encoder = new LogEncoder();
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("console");
        console.setTarget(ConsoleTarget.SystemErr.getName());
        console.setEncoder(encoder);
        console.start();
        return console;
    }
}
