package dev.earworm.sandbox.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests that bots made, oldest first; at most 10,000 are kept. */
public final class RequestLog {
    private static final int KEPT = 10_000;

    private final Deque<LoggedRequest> requests = new ArrayDeque<>();
    private final Runnable onChange;

    public RequestLog(Runnable onChange) {
        this.onChange = onChange;
    }

    void add(LoggedRequest request) {
        synchronized (requests) {
            if (requests.size() == KEPT) {
                requests.removeFirst();
            }
            requests.addLast(request);
        }
        onChange.run();
    }

    public List<LoggedRequest> all() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }
}
