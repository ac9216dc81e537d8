package dev.earworm.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those who watch, in order and on a thread of their own. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Consumer<SandboxEvent>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("sandbox-listeners").factory());

    void add(Consumer<SandboxEvent> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<SandboxEvent> listener) {
        listeners.remove(listener);
    }

    void tell(SandboxEvent event) {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            teller.execute(() -> listeners.forEach(listener -> tell(listener, event)));
        } catch (RejectedExecutionException _) {
            LOG.debug("Closed; nobody is told of {}", event);
        }
    }

    void close() {
        teller.shutdown();
    }

    private static void tell(Consumer<SandboxEvent> listener, SandboxEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on {}", event, e);
        }
    }
}
