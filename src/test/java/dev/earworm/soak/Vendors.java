package dev.earworm.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.Buffer;

/**
 * Three vendors on one port of this machine, which speak as ElevenLabs, Apiframe and AI/ML API do, need some seconds for a
 * song and fail now and then. When a song is done is written in its id, so nothing is kept for long.
 */
final class Vendors implements AutoCloseable {
    private static final int KEPT = 2000;
    private static final String APIFRAME_JOB = "{\"jobId\":\"%s\",\"status\":\"QUEUED\"}";
    private static final String AIMLAPI_JOB = "{\"id\":\"%s\",\"status\":\"queued\"}";

    private final MockWebServer server = new MockWebServer();
    private final VendorFaults faults;
    private final Dice dice;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Buffer sound = new Buffer().write(Tone.wav(4, 220));
    private final Map<String, String> apiframeKeys = new LinkedHashMap<>();
    private final Deque<String> aimlapiLog = new ArrayDeque<>();

    Vendors(Dice dice) throws IOException {
        this.dice = dice;
        this.faults = new VendorFaults(dice);
        server.setDispatcher(new Desk());
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    String url() {
        return server.url("/").toString();
    }

    /** Songs that were begun and would be charged. */
    int made() {
        return made.get();
    }

    int requests() {
        return requests.get();
    }

    VendorFaults faults() {
        return faults;
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Desk extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            requests.incrementAndGet();
            // The server keeps every request for whoever asks for it later.
            while (server.takeRequest(0, TimeUnit.MILLISECONDS) != null) {}
            HttpUrl url = request.getUrl();
            String path = url.encodedPath();
            boolean isSubmit = "POST".equals(request.getMethod());
            if (path.startsWith("/v1/music")) {
                return faults.ofComposing()
                        .map(how -> broken(how, this::composed))
                        .orElseGet(this::composed);
            }
            if (path.startsWith("/song/")) {
                return faults.ofDownload().map(how -> broken(how, this::audio)).orElseGet(this::audio);
            }
            if (isSubmit && path.equals("/v2/music/generate")) {
                return submitted(202, APIFRAME_JOB, apiframe(header(request, "Idempotency-Key")));
            }
            if (isSubmit && path.equals("/v2/generate/audio")) {
                return faults.refusedSubmit()
                        .orElseGet(() -> submitted(201, AIMLAPI_JOB, aimlapi(header(request, "X-Client-Request-Id"))));
            }
            if (path.startsWith("/v2/jobs/")) {
                return faults.ofPoll()
                        .orElseGet(() -> apiframeJob(url.pathSegments().getLast()));
            }
            if (path.equals("/v2/generate/audio")) {
                return faults.ofPoll()
                        .orElseGet(() -> aimlapiJob(Objects.requireNonNull(url.queryParameter("generation_id"))));
            }
            return account(path);
        }

        private MockResponse composed() {
            made.incrementAndGet();
            return audio().newBuilder()
                    .headersDelay(1500 + dice.below(3000), TimeUnit.MILLISECONDS)
                    .build();
        }

        private MockResponse audio() {
            return new MockResponse.Builder()
                    .addHeader("Content-Type", "audio/wav")
                    .body(sound.clone())
                    .build();
        }

        /** A reply that is lost is the reply to a song that is made. */
        private MockResponse broken(VendorFaults.Break how, Supplier<MockResponse> whole) {
            return switch (how) {
                case VendorFaults.Break.Said(MockResponse answer) -> answer;
                case VendorFaults.Break.Lost _ -> faults.lost(whole.get());
                case VendorFaults.Break.BrokenOff _ -> faults.brokenOff(whole.get());
            };
        }

        private MockResponse submitted(int status, String job, String id) {
            MockResponse answer = VendorFaults.json(status, job.formatted(id));
            return faults.isLost() ? faults.lost(answer) : answer;
        }

        private String apiframe(String key) {
            synchronized (apiframeKeys) {
                String id = apiframeKeys.computeIfAbsent(key, _ -> newJob());
                if (apiframeKeys.size() > KEPT) {
                    apiframeKeys.remove(apiframeKeys.keySet().iterator().next());
                }
                return id;
            }
        }

        private String aimlapi(String requestId) {
            String id = newJob();
            synchronized (aimlapiLog) {
                aimlapiLog.addFirst("{\"client_request_id\":\"%s\",\"inference_id\":\"%s\",\"status\":\"completed\"}"
                        .formatted(requestId, id));
                if (aimlapiLog.size() > 50) {
                    aimlapiLog.removeLast();
                }
            }
            return id;
        }

        private String newJob() {
            String kind = dice.fallsFor(7) ? "failing" : "song";
            return "%s-%d-%d"
                    .formatted(kind, made.incrementAndGet(), System.currentTimeMillis() + 1500 + dice.below(3000));
        }

        private MockResponse apiframeJob(String id) {
            return VendorFaults.json(
                    200,
                    isDone(id)
                            ? hasFailed(id)
                                    ? "{\"status\":\"FAILED\",\"error\":\"the model broke down\"}"
                                    : "{\"status\":\"COMPLETED\",\"result\":{\"audioUrl\":\"%s\"}}".formatted(song(id))
                            : "{\"status\":\"PROCESSING\",\"progress\":50}");
        }

        private MockResponse aimlapiJob(String id) {
            return VendorFaults.json(
                    200,
                    isDone(id)
                            ? hasFailed(id)
                                    ? "{\"id\":\"%s\",\"status\":\"error\",\"error\":{\"message\":\"it broke\"}}"
                                            .formatted(id)
                                    : "{\"id\":\"%s\",\"status\":\"completed\",\"audio_file\":{\"url\":\"%s\"}}"
                                            .formatted(id, song(id))
                            : "{\"id\":\"%s\",\"status\":\"generating\"}".formatted(id));
        }

        private MockResponse account(String path) {
            return switch (path) {
                case "/v1/user/subscription" ->
                    VendorFaults.json(200, "{\"tier\":\"pro\",\"character_count\":1,\"character_limit\":9000000}");
                case "/v2/me" -> VendorFaults.json(200, "{\"user\":{},\"team\":{\"credits\":900000}}");
                case "/v2/billing" -> VendorFaults.json(200, "{\"current_balance\":\"9000\",\"currency\":\"USD\"}");
                case "/v2/logs" -> VendorFaults.json(200, log());
                default -> VendorFaults.json(404, "{}");
            };
        }

        private String log() {
            synchronized (aimlapiLog) {
                return "{\"data\":[" + String.join(",", aimlapiLog) + "]}";
            }
        }

        private String song(String id) {
            return server.url("/song/" + id).toString();
        }

        private static boolean isDone(String id) {
            return System.currentTimeMillis() >= Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
        }

        private static boolean hasFailed(String id) {
            return id.startsWith("failing");
        }

        private static String header(RecordedRequest request, String name) {
            return Optional.ofNullable(request.getHeaders().get(name)).orElseThrow();
        }
    }
}
