package dev.earworm.chaos;

import dev.earworm.chaos.VendorFault.Call;
import dev.earworm.music.Usd;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;

/**
 * A vendor on this machine over real HTTP: takes songs, has them ready after a question or two, writes down what it took
 * and charged, and fails as it is told. Each kind has its own way to say things; what a fault means is the same for all.
 */
public abstract class ChaosVendor extends Dispatcher implements AutoCloseable {
    private static final Pattern TUNE = Pattern.compile("tune\\d+");
    private static final String PAGE = "<html><body><h1>Bad gateway</h1>Please try again later.</body></html>";

    private static final Set<VendorFault> SOUND_ALL_THE_SAME = Set.of(VendorFault.TRICKLE, VendorFault.TRUNCATED);

    /** A song as the vendor has it. */
    static final class Song {
        final String id;
        final String tune;
        /** What the asker calls it; empty where this vendor takes no such name. */
        final String key;

        private final boolean fails;
        private final AtomicInteger polls = new AtomicInteger();
        private volatile boolean isStopped;

        Song(String id, String tune, String key, boolean fails) {
            this.id = id;
            this.tune = tune;
            this.key = key;
            this.fails = fails;
        }

        boolean stop() {
            isStopped = polls.get() < POLLS;
            return isStopped;
        }
    }

    /** Where a song stands. */
    enum Stage {
        MAKING,
        DONE,
        FAILED,
        STOPPED
    }

    private static final int POLLS = 2;

    private final String name;
    private final byte[] sound;
    private final VendorBook book;
    private final Odometer odometer;
    private final VendorFaults faults = new VendorFaults();
    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Song> songs = new ConcurrentHashMap<>();
    private volatile CountDownLatch calm = new CountDownLatch(1);

    /**
     * @param name as the program calls it
     * @param sound what every song sounds like
     */
    ChaosVendor(String name, byte[] sound, VendorBook book, Odometer odometer) throws IOException {
        this.name = name;
        this.sound = sound;
        this.book = book;
        this.odometer = odometer;
        server.setDispatcher(this);
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    /** As the program calls it. */
    public final String name() {
        return name;
    }

    /** The model that members are to ask for. */
    public abstract String model();

    /** The variables with which the program finds it. */
    public abstract Map<String, String> environment();

    /** What goes wrong here next. */
    public final VendorFaults faults() {
        return faults;
    }

    /** Lets go whoever waits for an answer. */
    public final void letGo() {
        CountDownLatch waiting = calm;
        calm = new CountDownLatch(1);
        waiting.countDown();
    }

    /** From now on nothing goes wrong, and whoever waits for an answer is let go. */
    public final void calmDown() {
        faults.clear();
        letGo();
    }

    final String url() {
        return server.url("/").toString();
    }

    /** Which kind of call it is; empty for anything else. */
    abstract Optional<Call> call(RecordedRequest request);

    /** What the asker calls the song; empty where this vendor takes no such name. */
    abstract String key(RecordedRequest request);

    /** What the song costs when it is taken. */
    abstract Usd price();

    abstract MockResponse taken(Song song);

    abstract MockResponse standing(Song song, Stage stage);

    /** In the vendor's own words: 401, 402 or whatever it says for it, and a refusal of the words. */
    abstract MockResponse refused(VendorFault fault);

    /** The id in a question about a song. */
    abstract String asked(RecordedRequest request);

    /** The songs that it has taken and that are called so. */
    MockResponse found(RecordedRequest request) {
        throw new IllegalStateException(name + " cannot be asked for lost songs: " + request);
    }

    /** Whether a song is known by its key, so that a second submit makes no second song. */
    boolean knowsKeys() {
        return false;
    }

    final Map<String, Song> songs() {
        return songs;
    }

    final VendorBook book() {
        return book;
    }

    final String soundUrl(Song song) {
        return server.url("/sound?of=" + song.id).toString();
    }

    /** The sound has left in whole, as far as the vendor knows. */
    void fetched(String id) {}

    @Override
    public final MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        Optional<Call> call =
                request.getUrl().encodedPath().startsWith("/sound") ? Optional.of(Call.DOWNLOAD) : call(request);
        if (call.isEmpty()) {
            return other(request);
        }
        Optional<VendorFault> fault = faults.take(call.get());
        book.counts(name + " " + call.get());
        fault.ifPresent(it -> book.counts("fault " + name + " " + call.get() + " " + it));
        try {
            return switch (call.get()) {
                case SUBMIT -> submit(request, fault);
                case POLL -> fault.isPresent() ? failure(fault.get()) : poll(request);
                case LOOK_UP -> fault.isPresent() ? failure(fault.get()) : found(request);
                case DOWNLOAD -> download(request, fault);
            };
        } finally {
            odometer.tick();
        }
    }

    MockResponse other(RecordedRequest request) {
        return json(404, "{\"error\":\"no such call\"}");
    }

    private MockResponse submit(RecordedRequest request, Optional<VendorFault> fault) throws InterruptedException {
        String tune = tune(request);
        return switch (fault.orElse(null)) {
            case null -> taken(take(request, tune, false));
            case SONG_FAILS -> taken(take(request, tune, true));
            case BROKEN_AFTERWARDS -> {
                take(request, tune, false);
                yield json(500, "{\"error\":\"internal\",\"message\":\"internal\"}");
            }
            case GARBAGE -> {
                take(request, tune, false);
                yield page(200);
            }
            case LOST_REPLY -> {
                take(request, tune, false);
                yield broken();
            }
            case STALL_AFTERWARDS -> {
                take(request, tune, false);
                yield silence();
            }
            case OUT_OF_CREDIT, UNAUTHORISED, CONTENT_REFUSED -> refused(fault.get());
            default -> failure(fault.get());
        };
    }

    private Song take(RecordedRequest request, String tune, boolean fails) {
        String key = key(request);
        Optional<Song> before = songs.values().stream()
                .filter(song -> knowsKeys() && song.key.equals(key))
                .findFirst();
        return before.orElseGet(() -> {
            Song song = new Song(id(numbers.incrementAndGet()), tune, key, fails);
            songs.put(song.id, song);
            book.took(new VendorBook.Taken(name, song.id, tune, price()));
            return song;
        });
    }

    String id(int number) {
        return name + "-" + number;
    }

    private MockResponse poll(RecordedRequest request) {
        Song song = songs.get(asked(request));
        if (song == null) {
            return json(404, "{\"error\":\"no such job\",\"message\":\"no such job\"}");
        }
        return standing(song, stage(song));
    }

    private static Stage stage(Song song) {
        if (song.isStopped) {
            return Stage.STOPPED;
        }
        if (song.polls.incrementAndGet() < POLLS) {
            return Stage.MAKING;
        }
        return song.fails ? Stage.FAILED : Stage.DONE;
    }

    private MockResponse failure(VendorFault fault) throws InterruptedException {
        return switch (fault) {
            case BUSY -> json(429, "{\"error\":\"too many\",\"message\":\"Too Many Requests\"}");
            case BUSY_FOR_A_SECOND ->
                json(429, "{\"error\":\"too many\",\"message\":\"Too Many Requests\"}")
                        .newBuilder()
                        .addHeader("Retry-After", "1")
                        .build();
            case DOWN -> json(503, "{\"error\":\"down\",\"message\":\"Service unavailable\"}");
            case BROKEN -> json(500, "{\"error\":\"internal\",\"message\":\"internal\"}");
            case GATEWAY_PAGE -> page(502);
            case GARBAGE -> page(200);
            case RESET -> broken();
            case STALL -> silence();
            case UNAUTHORISED -> refused(fault);
            default -> throw new IllegalStateException(fault + " is no failure of this call");
        };
    }

    private MockResponse download(RecordedRequest request, Optional<VendorFault> fault) throws InterruptedException {
        if (fault.isEmpty() || SOUND_ALL_THE_SAME.contains(fault.get())) {
            fetched(Optional.ofNullable(request.getUrl().queryParameter("of")).orElseThrow());
        }
        return fault.isPresent() ? brokenSound(fault.get()) : sound().build();
    }

    private MockResponse brokenSound(VendorFault fault) throws InterruptedException {
        return switch (fault) {
            case TRICKLE ->
                sound().throttleBody(8192, 20, TimeUnit.MILLISECONDS).build();
            case BREAKS_OFF ->
                sound().onResponseBody(new SocketEffect.CloseSocket()).build();
            case TRUNCATED ->
                new MockResponse.Builder()
                        .addHeader("Content-Type", "audio/wav")
                        .body(new Buffer().write(sound, 0, sound.length / 2))
                        .build();
            case EXPIRED -> new MockResponse.Builder().code(403).build();
            default -> failure(fault);
        };
    }

    final byte[] bytes() {
        return sound;
    }

    private MockResponse.Builder sound() {
        return new MockResponse.Builder().addHeader("Content-Type", "audio/wav").body(new Buffer().write(sound));
    }

    private static MockResponse broken() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    /** Until all is calm, and then the connection breaks. */
    private MockResponse silence() throws InterruptedException {
        odometer.tick();
        calm.await();
        return broken();
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private static MockResponse page(int status) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "text/html")
                .body(PAGE)
                .build();
    }

    private static String tune(RecordedRequest request) {
        String body =
                Optional.ofNullable(request.getBody()).map(ByteString::utf8).orElse("");
        Matcher matcher = TUNE.matcher(body);
        if (!matcher.find()) {
            throw new IllegalStateException("no tune is asked for: " + body);
        }
        return matcher.group();
    }

    @Override
    public final void close() {
        calmDown();
        server.close();
    }
}
