package dev.earworm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Apiframe with several accounts: it knows each by its key, and writes down which of them asked for what. */
final class KeyedVendor extends Dispatcher {
    private static final String SUBMIT = "POST /v2/music/generate";

    private final VendorOnStage stage;
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Set<String> empty = ConcurrentHashMap.newKeySet();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile boolean isHolding;
    private volatile boolean isDown;
    private volatile int atOnce = Integer.MAX_VALUE;

    /** @param what method and path */
    record Call(String what, String key) {}

    KeyedVendor(byte[] song, String... keys) {
        this.stage = VendorOnStage.apiframe(song);
        this.keys.addAll(List.of(keys));
    }

    /** The account has no credit any more. */
    void emptied(String key) {
        empty.add(key);
    }

    void revoked(String key) {
        keys.remove(key);
    }

    /** From now on songs are not finished, or are again. */
    void holdsSongs(Holding holding) {
        isHolding = holding == Holding.ON;
    }

    enum Holding {
        ON,
        OFF
    }

    /** Refuses more songs than this at a time, and says so. */
    void makesAtOnce(int songs) {
        atOnce = songs;
    }

    /** From now on no account can be asked for. */
    void goesDown() {
        isDown = true;
    }

    /** Whose songs were handed in, in order. */
    List<String> submits() {
        return calls.stream()
                .filter(call -> call.what().equals(SUBMIT))
                .map(Call::key)
                .toList();
    }

    /** Everything that was asked with this key. */
    List<String> askedWith(String key) {
        return calls.stream()
                .filter(call -> call.key().equals(key))
                .map(Call::what)
                .toList();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (path.startsWith("/files/")) {
            return stage.dispatch(request);
        }
        String key = Optional.ofNullable(request.getHeaders().get("X-API-Key")).orElse("");
        String what = request.getMethod() + " " + path;
        calls.add(new Call(what, key));
        if (isDown) {
            return VendorOnStage.json(503, "{\"error\":\"maintenance\"}");
        }
        if (!keys.contains(key)) {
            return VendorOnStage.json(401, "{\"error\":\"Invalid API key " + key + "\"}");
        }
        if (path.equals("/v2/me")) {
            return VendorOnStage.json(
                    200, "{\"user\":{\"id\":\"u\"},\"team\":{\"credits\":" + (empty.contains(key) ? 0 : 120) + "}}");
        }
        if (what.equals(SUBMIT) && empty.contains(key)) {
            return VendorOnStage.json(402, "{\"error\":\"Insufficient credits\"}");
        }
        if (what.equals(SUBMIT) && submits().size() > atOnce) {
            calls.remove(new Call(what, key));
            return VendorOnStage.json(429, "{\"error\":\"Too many concurrent jobs\"}");
        }
        return isHolding && path.startsWith("/v2/jobs/")
                ? VendorOnStage.json(200, "{\"id\":\"7b0e0a9e-0000-4000-8000-000000000001\",\"status\":\"PROCESSING\"}")
                : stage.dispatch(request);
    }
}
