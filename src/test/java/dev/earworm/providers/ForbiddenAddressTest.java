package dev.earworm.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.providers.FetchResult.Fetched;
import dev.earworm.providers.FetchResult.Unfit;
import dev.earworm.providers.FetchResult.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;
import okio.Buffer;
import org.jspecify.annotations.NonNull;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A vendor, or whoever speaks in its name, sends the bot to where it has no business; a server that must not be asked counts. */
class ForbiddenAddressTest {
    private static final VendorTimeouts PATIENT =
            new VendorTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
    private static final Set<String> BOTH_SCHEMES = Set.of("http", "https");
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress ANOTHER_LOOPBACK = InetAddress.ofLiteral("127.0.0.2");

    /** A name that ends in a dot is complete; not every machine's resolver knows that of those that it answers by itself. */
    private static final Dns RESOLVER = name -> Dns.SYSTEM.lookup(name.replaceFirst("\\.$", ""));

    /** Answers whatever is asked of it, with a song. */
    private final MockWebServer secret = new MockWebServer();

    @TempDir
    private Path folder;

    @BeforeEach
    void startServer() throws IOException {
        secret.setDispatcher(always(song()));
        secret.start(LOOPBACK, 0);
    }

    @AfterEach
    void stopServer() {
        secret.close();
    }

    /** All of them lead to the server on this machine, if nothing stops them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "127.0.1",
                "2130706433",
                "localhost",
                "LocalHost",
                "localhost.",
                "0",
                "0.0.0.0",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:FFFF:127.0.0.1]",
                "[0000:0000:0000:0000:0000:ffff:7f00:0001]",
                "１２７.０.０.１",
                "127。0。0。1",
                "①②⑦.⓪.⓪.①",
                "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
                "loc\u00adalhost",
                "%31%32%37.0.0.1",
                "%6cocalhost",
                "somebody:password@127.0.0.1",
                "public.example@127.0.0.1",
                "public.example:443@127.0.0.1"
            })
    void noSpellingOfThisMachineIsAskedThoughItWouldAnswer(String host) {
        String address = "http://" + host + ":" + secret.getPort() + "/song.mp3";

        assertThat(redirectedTo(address, _ -> true, RESOLVER))
                .as("without the check")
                .isInstanceOf(Fetched.class);
        assertThat(secret.getRequestCount()).isEqualTo(1);
        assertThat(redirectedTo(address, PublicAddresses::contains, RESOLVER)).isInstanceOf(Unfit.class);
        assertThat(secret.getRequestCount()).isEqualTo(1);
    }

    /** OkHttp and Java do not agree with browsers on what these are; whatever they become, it is not asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://0x7f000001:%d/",
                "http://0x7f.1:%d/",
                "http://0X7F.0.0.0X1:%d/",
                "http://017700000001:%d/",
                "http://0177.0.0.1:%d/",
                "http://0177.0.0.01:%d/",
                "http://00000127.0.0.1:%d/",
                "http://127.0.0.257:%d/",
                "http://4294967297:%d/",
                "http://18446744071692550145:%d/",
                "http://[::1]:%d/",
                "http://[::]:%d/",
                "http://[::127.0.0.1]:%d/",
                "http://[::ffff:0:127.0.0.1]:%d/",
                "http://[64:ff9b::127.0.0.1]:%d/",
                "http://[2002:7f00:1::]:%d/",
                "http://[2001:0:7f00:1::]:%d/",
                "http://[fe80::1%%25lo]:%d/",
                "http://[fe80::1%%lo]:%d/",
                "http://[::1%%25lo]:%d/",
                "http://[::ffff:127.0.0.1%%251]:%d/",
                "http://[v1.127.0.0.1]:%d/",
                "http://127.0.0.1%%00.public.example:%d/",
                "http://127.0.0.1\\@public.example:%d/",
                "http:\\\\127.0.0.1:%d\\song.mp3",
                "http:127.0.0.1:%d/song.mp3",
                "//127.0.0.1:%d/song.mp3",
                "///127.0.0.1:%d/song.mp3",
                "\t http://127.0.0.1:%d/ ",
                "http://169.254.169.254/latest/meta-data?%d",
                "http://[fd00:ec2::254]/latest/meta-data?%d",
                "http://metadata.google.internal./?%d"
            })
    void anAddressThatNobodyAgreesUponIsNotAsked(String pattern) {
        Dns nothingInTheInternet = name -> name.endsWith("localhost") ? Dns.SYSTEM.lookup(name) : unknown(name);

        FetchResult result =
                redirectedTo(pattern.formatted(secret.getPort()), PublicAddresses::contains, nothingInTheInternet);

        assertThat(result).isInstanceOfAny(Unfit.class, Unreachable.class);
        assertThat(secret.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "file://localhost/etc/passwd",
                "ftp://127.0.0.1/song.mp3",
                "gopher://127.0.0.1:6379/_FLUSHALL",
                "jar:file:///etc/passwd!/",
                "data:audio/mpeg;base64,SUQz",
                "javascript:alert(1)",
                "ws://127.0.0.1/",
                "unix:///var/run/docker.sock",
                "about:blank",
                "",
                "http://",
                "http:///song.mp3",
                "http://:80/",
                "http://public.example:0/",
                "http://public.example:65536/",
                "http://public.example:-1/",
                "http://pub lic.example/",
                "http://public.example\u0000/",
                "http://xn--a/",
                "http://[::g]/",
                "http://./"
            })
    void whatIsNoAddressOfAServerIsUnfitAndNothingBreaks(String address) {
        FetchResult result = redirectedTo(address, PublicAddresses::contains, ForbiddenAddressTest::unknown);

        // An empty Location leads to the same page again, and again.
        assertThat(result).isInstanceOfAny(Unfit.class, Unreachable.class);
        assertThat(secret.getRequestCount()).isZero();
    }

    @Test
    void aHostLongerThanNamesCanBeIsNotLookedUp() {
        Dns nobody = name -> {
            throw new AssertionError("looked up " + name);
        };
        for (String host : List.of("a".repeat(64) + ".example", "a.".repeat(200) + "example", "a".repeat(100_000))) {
            FetchResult result = new AudioFetcher(rules(PublicAddresses::contains), PATIENT, 1 << 20, nobody)
                    .fetch(URI.create("http://" + host + "/song.mp3"), target());

            assertThat(result).isInstanceOf(Unfit.class);
        }
    }

    @Test
    void aPasswordInAnAddressIsSentToNobody() throws InterruptedException {
        URI address = URI.create("http://somebody:hunter2@127.0.0.1:" + secret.getPort() + "/song.mp3");

        FetchResult result = new AudioFetcher(rules(_ -> true), PATIENT, 1 << 20).fetch(address, target());

        assertThat(result).isInstanceOf(Fetched.class);
        RecordedRequest request = secret.takeRequest();
        assertThat(request.getHeaders().toMultimap().toString()).doesNotContain("hunter2", "authorization");
        assertThat(request.getRequestLine()).doesNotContain("hunter2");
    }

    @Test
    void aCircleOfRedirectsHasAnEnd() throws IOException {
        try (MockWebServer one = new MockWebServer();
                MockWebServer other = new MockWebServer()) {
            one.start(LOOPBACK, 0);
            other.start(LOOPBACK, 0);
            one.setDispatcher(always(redirect("http://127.0.0.1:" + other.getPort() + "/")));
            other.setDispatcher(always(redirect("http://127.0.0.1:" + one.getPort() + "/")));

            FetchResult result = new AudioFetcher(rules(_ -> true), PATIENT, 1 << 20)
                    .fetch(one.url("/").uri(), target());

            assertThat(result).isInstanceOf(Unfit.class);
            assertThat(one.getRequestCount() + other.getRequestCount()).isEqualTo(6);
        }
    }

    /** The name was looked up and found good; then whoever owns it says something else. */
    @Test
    void aNameThatMovesBetweenTwoRequestsIsJudgedAnew() throws IOException {
        try (MockWebServer front = new MockWebServer()) {
            front.setDispatcher(always(redirect("/song.mp3")));
            front.start(LOOPBACK, 0);
            Resolver names = new Resolver(List.of(LOOPBACK), List.of(ANOTHER_LOOPBACK));
            URI address = URI.create("http://music.example:" + front.getPort() + "/");

            FetchResult result =
                    new AudioFetcher(rules(LOOPBACK::equals), PATIENT, 1 << 20, names).fetch(address, target());

            assertThat(result).isInstanceOf(Unfit.class);
            assertThat(front.getRequestCount()).isEqualTo(1);
            assertThat(names.isEmpty()).isTrue();
        }
    }

    /** A check that resolves the name first, and a connection that resolves it again, would see two different answers. */
    @Test
    void aNameIsLookedUpOnceForARequestSoThatNothingComesBetweenCheckAndConnection() {
        Resolver names = new Resolver(List.of(LOOPBACK), List.of(ANOTHER_LOOPBACK));
        URI address = URI.create("http://music.example:" + secret.getPort() + "/song.mp3");

        FetchResult result =
                new AudioFetcher(rules(LOOPBACK::equals), PATIENT, 1 << 20, names).fetch(address, target());

        assertThat(result).isInstanceOf(Fetched.class);
        assertThat(names.isEmpty()).as("the second answer was not asked for").isFalse();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "others have but one loopback address")
    void ofANameWithSeveralAddressesTheForbiddenOnesAreNotAsked() throws IOException {
        try (MockWebServer hidden = new MockWebServer()) {
            hidden.setDispatcher(always(song()));
            hidden.start(ANOTHER_LOOPBACK, secret.getPort());
            URI address = URI.create("http://music.example:" + secret.getPort() + "/song.mp3");
            List<InetAddress> forbiddenFirst = List.of(ANOTHER_LOOPBACK, LOOPBACK);

            assertThat(new AudioFetcher(rules(_ -> true), PATIENT, 1 << 20, _ -> forbiddenFirst)
                            .fetch(address, target()))
                    .isInstanceOf(Fetched.class);
            assertThat(hidden.getRequestCount()).as("without the check").isEqualTo(1);

            new AudioFetcher(rules(LOOPBACK::equals), PATIENT, 1 << 20, _ -> forbiddenFirst).fetch(address, target());
            assertThat(new AudioFetcher(rules(LOOPBACK::equals), PATIENT, 1 << 20, _ -> forbiddenFirst.reversed())
                            .fetch(address, target()))
                    .isInstanceOf(Fetched.class);
            assertThat(hidden.getRequestCount()).isEqualTo(1);
        }
    }

    /** The first connection is the one to the vendor, which stands in the Internet. */
    private FetchResult redirectedTo(String location, Predicate<InetAddress> allowed, Dns names) {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        try (MockWebServer vendor = new MockWebServer()) {
            vendor.setDispatcher(always(redirect(location)));
            vendor.start(LOOPBACK, 0);
            return new AudioFetcher(
                            rules(address -> isFirst.getAndSet(false) || allowed.test(address)),
                            PATIENT,
                            1 << 20,
                            names)
                    .fetch(URI.create("http://127.0.0.1:" + vendor.getPort() + "/"), target());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static FetchRules rules(Predicate<InetAddress> addresses) {
        return new FetchRules(BOTH_SCHEMES, addresses);
    }

    private Path target() {
        return folder.resolve("song");
    }

    private static Dispatcher always(MockResponse response) {
        return new Dispatcher() {
            @Override
            public @NonNull MockResponse dispatch(@NonNull RecordedRequest request) {
                return response;
            }
        };
    }

    private static MockResponse song() {
        return new MockResponse.Builder()
                .body(new Buffer().write(SampleAudio.mp3(1000)))
                .build();
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(302)
                .addHeaderLenient("Location", location)
                .build();
    }

    private static List<InetAddress> unknown(String name) throws UnknownHostException {
        throw new UnknownHostException(name);
    }

    /** Whoever owns the name answers each question as they please. */
    private static final class Resolver implements Dns {
        private final Queue<List<InetAddress>> answers;

        @SafeVarargs
        private Resolver(List<InetAddress>... answers) {
            this.answers = new ArrayDeque<>(Arrays.asList(answers));
        }

        @Override
        public List<InetAddress> lookup(String name) {
            return answers.remove();
        }

        private boolean isEmpty() {
            return answers.isEmpty();
        }
    }
}
