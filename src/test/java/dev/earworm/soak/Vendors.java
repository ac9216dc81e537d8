package dev.earworm.soak;

import java.io.IOException;
import java.net.InetAddress;
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
 * song and fail now and then.
 */
final class Vendors implements AutoCloseable {
    private static final int SECONDS = 4;
    private static final double HERTZ = 220;

    private final MockWebServer server = new MockWebServer();
    private final VendorFaults faults;
    private final VendorJobs jobs;
    private final AtomicInteger requests = new AtomicInteger();
    private final Buffer sound = new Buffer().write(Tone.wav(SECONDS, HERTZ));

    Vendors(Dice dice) throws IOException {
        this.faults = new VendorFaults(dice);
        this.jobs = new VendorJobs(dice);
        server.setDispatcher(new Desk());
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    String url() {
        return server.url("/").toString();
    }

    VendorFaults faults() {
        return faults;
    }

    String told() {
        return "%d requests at the vendors, %d went wrong; %d songs begun there"
                .formatted(requests.get(), faults.happened(), jobs.made());
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
            if (path.startsWith("/v1/music")) {
                return faults.ofComposing()
                        .map(how -> broken(how, this::composed))
                        .orElseGet(this::composed);
            }
            if (path.startsWith("/song/")) {
                return faults.ofDownload().map(how -> broken(how, this::audio)).orElseGet(this::audio);
            }
            if ("POST".equals(request.getMethod())) {
                return submitted(path, request);
            }
            if (path.startsWith("/v2/jobs/")) {
                return faults.ofPoll()
                        .orElseGet(() -> apiframe(url.pathSegments().getLast()));
            }
            if (path.equals("/v2/generate/audio")) {
                return faults.ofPoll()
                        .orElseGet(() -> aimlapi(Objects.requireNonNull(url.queryParameter("generation_id"))));
            }
            return account(path);
        }

        private MockResponse composed() {
            return audio().newBuilder()
                    .headersDelay(jobs.composing(), TimeUnit.MILLISECONDS)
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

        private MockResponse submitted(String path, RecordedRequest request) {
            return faults.refusedSubmit().orElseGet(() -> {
                MockResponse answer = path.equals("/v2/music/generate")
                        ? json(202, "{\"jobId\":\"%s\"}", jobs.begunUnder(header(request, "Idempotency-Key")))
                        : json(201, "{\"id\":\"%s\"}", jobs.begunAndLogged(header(request, "X-Client-Request-Id")));
                return faults.isLost() ? faults.lost(answer) : answer;
            });
        }

        private MockResponse apiframe(String id) {
            if (!VendorJobs.isDone(id)) {
                return json(200, "{\"status\":\"PROCESSING\",\"progress\":50}");
            }
            return VendorJobs.hasFailed(id)
                    ? json(200, "{\"status\":\"FAILED\",\"error\":\"the model broke down\"}")
                    : json(200, "{\"status\":\"COMPLETED\",\"result\":{\"audioUrl\":\"%s\"}}", song(id));
        }

        private MockResponse aimlapi(String id) {
            if (!VendorJobs.isDone(id)) {
                return json(200, "{\"id\":\"%s\",\"status\":\"generating\"}", id);
            }
            return VendorJobs.hasFailed(id)
                    ? json(200, "{\"id\":\"%s\",\"status\":\"error\",\"error\":{\"message\":\"it broke\"}}", id)
                    : json(
                            200,
                            "{\"id\":\"%s\",\"status\":\"completed\",\"audio_file\":{\"url\":\"%s\"}}",
                            id,
                            song(id));
        }

        private MockResponse account(String path) {
            return switch (path) {
                case "/v1/user/subscription" ->
                    json(200, "{\"tier\":\"pro\",\"character_count\":1,\"character_limit\":9000000}");
                case "/v2/me" -> json(200, "{\"user\":{},\"team\":{\"credits\":900000}}");
                case "/v2/billing" -> json(200, "{\"current_balance\":\"9000\",\"currency\":\"USD\"}");
                case "/v2/logs" -> json(200, "%s", jobs.log());
                default -> json(404, "{}");
            };
        }

        private String song(String id) {
            return server.url("/song/" + id).toString();
        }

        private static MockResponse json(int status, String body, Object... words) {
            return VendorFaults.json(status, body.formatted(words));
        }

        private static String header(RecordedRequest request, String name) {
            return Optional.ofNullable(request.getHeaders().get(name)).orElseThrow();
        }
    }
}
