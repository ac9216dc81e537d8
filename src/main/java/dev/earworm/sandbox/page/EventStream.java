package dev.earworm.sandbox.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Server-sent events to one browser, written by the thread that serves its request.
 *
 * <p>Not Javalin's own, which lets the request wait for another thread: Jetty forgets such a request when the browser goes,
 * and Javalin then tries for ever to answer it.
 */
final class EventStream {
    private final OutputStream browser;

    private EventStream(OutputStream browser) {
        this.browser = browser;
    }

    static EventStream open(Context context) throws IOException {
        context.contentType("text/event-stream; charset=utf-8");
        context.header("Cache-Control", "no-cache");
        context.header("X-Accel-Buffering", "no");
        context.res().flushBuffer();
        return new EventStream(context.res().getOutputStream());
    }

    /** @param data without line breaks, as JSON is */
    void send(String kind, String data) throws IOException {
        write("event: " + kind + "\ndata: " + data + "\n\n");
    }

    /** Says nothing, to find out whether somebody is still there. */
    void breathe() throws IOException {
        write(":\n\n");
    }

    private void write(String text) throws IOException {
        browser.write(text.getBytes(StandardCharsets.UTF_8));
        browser.flush();
    }
}
