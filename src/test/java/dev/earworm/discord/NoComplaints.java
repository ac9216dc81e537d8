package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Whatever is sent in a test is no fault of the program: nothing is logged as a warning or worse. */
final class NoComplaints implements BeforeEachCallback, AfterEachCallback {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Override
    public void beforeEach(ExtensionContext test) {
        log.list.clear();
        log.start();
        root().addAppender(log);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        root().detachAppender(log);
        assertThat(List.copyOf(log.list))
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .extracting(NoComplaints::described)
                .isEmpty();
    }

    private static String described(ILoggingEvent event) {
        String cause = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return event.getFormattedMessage() + " " + cause.lines().limit(8).toList();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
