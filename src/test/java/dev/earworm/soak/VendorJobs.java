package dev.earworm.soak;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The songs that the vendors were asked for. When one is done, and whether it fails, is written in its id: what has to be
 * remembered beside are the last keys and the last lines of a log, by which a song is found whose reply was lost.
 */
final class VendorJobs {
    private static final int KEYS = 2000;
    private static final int LINES = 50;
    private static final int FAILING_PER_MILLE = 7;
    private static final int SHORTEST_MILLIS = 1500;
    private static final int SPREAD_MILLIS = 3000;

    private final Dice dice;
    private final AtomicInteger made = new AtomicInteger();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Deque<String> log = new ArrayDeque<>();

    VendorJobs(Dice dice) {
        this.dice = dice;
    }

    /** Songs that were begun and would be charged. */
    int made() {
        return made.get();
    }

    /** A song that nobody can ask for later: how long it takes. */
    int composing() {
        made.incrementAndGet();
        return millis();
    }

    /** The same song for the same key. */
    synchronized String begunUnder(String key) {
        String id = keys.computeIfAbsent(key, _ -> begun());
        if (keys.size() > KEYS) {
            keys.remove(keys.keySet().iterator().next());
        }
        return id;
    }

    /** Another song each time, and a line in the log. */
    synchronized String begunAndLogged(String requestId) {
        String id = begun();
        log.addFirst("{\"client_request_id\":\"%s\",\"inference_id\":\"%s\",\"status\":\"completed\"}"
                .formatted(requestId, id));
        if (log.size() > LINES) {
            log.removeLast();
        }
        return id;
    }

    synchronized String log() {
        return "{\"data\":[" + String.join(",", log) + "]}";
    }

    private String begun() {
        String kind = dice.fallsFor(FAILING_PER_MILLE) ? "failing" : "song";
        return "%s-%d-%d".formatted(kind, made.incrementAndGet(), System.currentTimeMillis() + millis());
    }

    private int millis() {
        return SHORTEST_MILLIS + dice.below(SPREAD_MILLIS);
    }

    static boolean isDone(String id) {
        return System.currentTimeMillis() >= Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
    }

    static boolean hasFailed(String id) {
        return id.startsWith("failing");
    }
}
