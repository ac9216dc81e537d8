package dev.earworm.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.slf4j.LoggerFactory;

/** An unmodified JDA that is logged in to a sandbox, and what it complained of. */
final class JdaBot implements AutoCloseable {
    private final JDA jda;
    private final ListAppender<ILoggingEvent> log;

    private JdaBot(JDA jda, ListAppender<ILoggingEvent> log) {
        this.jda = jda;
        this.log = log;
    }

    static JdaBot logIn(Sandbox sandbox, EventListener... listeners) throws InterruptedException {
        ListAppender<ILoggingEvent> log = listen();
        JDA jda = builder(sandbox).addEventListeners((Object[]) listeners).build();
        jda.awaitReady();
        return new JdaBot(jda, log);
    }

    static JDABuilder builder(Sandbox sandbox) {
        return JDABuilder.createDefault(sandbox.botToken())
                .setRestConfig(new RestConfig().setBaseUrl(sandbox.apiUrl()))
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return sandbox.gatewayUrl();
                    }
                });
    }

    /** Calls the handler for each event of that type. */
    static <E extends GenericEvent> EventListener on(Class<E> type, java.util.function.Consumer<E> handler) {
        return event -> {
            if (type.isInstance(event)) {
                handler.accept(type.cast(event));
            }
        };
    }

    static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ((Logger) LoggerFactory.getLogger("net.dv8tion.jda")).addAppender(log);
        return log;
    }

    JDA jda() {
        return jda;
    }

    /** What JDA logged as a warning or an error. */
    List<String> complaints() {
        return complaints(log);
    }

    static List<String> complaints(ListAppender<ILoggingEvent> log) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** Lets requests under way come to their end, as one that is cut off complains into the log of the next test. */
    @Override
    public void close() {
        ((Logger) LoggerFactory.getLogger("net.dv8tion.jda")).detachAppender(log);
        jda.shutdown();
        try {
            if (jda.awaitShutdown(Duration.ofSeconds(5))) {
                return;
            }
            jda.shutdownNow();
            if (!jda.awaitShutdown(Duration.ofSeconds(5))) {
                throw new IllegalStateException("JDA did not shut down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
