package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobState;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Each control of the page, moved as the page moves it, and what a member then sees of the real bot. */
class TryControlsTest {
    /** A provider that was down is left alone for half a minute, which may have begun in the test before. */
    private static final Duration SOON = Duration.ofSeconds(90);

    private static final List<String> SWITCHES =
            List.of("slow-music", "no-music", "strict-music", "short-tokens", "no-files", "no-gateway");

    private static final Queue<Job> STEPS = new ConcurrentLinkedQueue<>();

    private static TrySession session;
    private static SandboxGuild home;

    private SandboxMember member;
    private SandboxChannel channel;

    @BeforeAll
    static void start() throws Exception {
        session = TrySession.open("127.0.0.1", 0, TryProviders.builtIn());
        session.startBot(STEPS::add);
        home = session.sandbox().guild("Home");
    }

    @AfterAll
    static void stop() {
        session.close();
    }

    @BeforeEach
    void enter(TestInfo test) {
        member = home.member(test.getTestMethod()
                .orElseThrow()
                .getName()
                .toLowerCase(Locale.ROOT)
                .substring(0, 20));
        channel = home.channel(member.name());
    }

    @AfterEach
    void turnOff() throws Exception {
        for (String id : SWITCHES) {
            move("{\"id\":\"%s\",\"on\":false}".formatted(id));
        }
        eventually(() -> session.sandbox().gateway().connected() == 1);
    }

    @Test
    void slowSongsAreMadeOnceTheyNeedNotBeSlowAnyMore() throws Exception {
        turnOn("slow-music");
        SandboxInteraction asked = asksForASong();
        eventually(() -> statusOf(asked).contains("being made"));
        assertThat(tracks()).isEmpty();

        turnOff("slow-music");

        eventually(() -> tracks().size() == 1);
    }

    @Test
    void aSlowSongCanBeCalledBack() throws Exception {
        turnOn("slow-music");
        SandboxInteraction asked = asksForASong();
        eventually(() -> statusOf(asked).contains("being made"));

        SandboxInteraction press = member.in(channel).presses(asked.response(), "Cancel (it still counts)");

        eventually(() -> statusOf(press).startsWith("Stopped: “a calm river”"));
        turnOff("slow-music");
        asksForASong();
        eventually(() -> tracks().size() == 1);
    }

    @Test
    void songsThatMetADowntimeAreMadeAfterIt() throws Exception {
        turnOn("no-music");
        asksForASong();
        eventually(this::isPutOff);
        turnOff("no-music");

        eventually(() -> tracks().size() == 1);
    }

    @Test
    void aDayOfDowntimeEndsASongInPlainWordsAndItDoesNotCount() throws Exception {
        turnOn("no-music");
        asksForASong();
        // The patience with a provider that is down begins with the first attempt.
        eventually(this::isPutOff);
        assertThat(reads("quota")).contains("1 of 10");

        aDayPasses();

        eventually(() -> hasRead("The provider could not be reached. Please try again later."
                + " It does not count against your quota."));
        assertThat(tracks()).isEmpty();
    }

    @Test
    void refusedWordsComeWithOthersThatAreTaken() throws Exception {
        turnOn("strict-music");
        asksForASong();
        eventually(() -> hasRead("This prompt would be taken:"));

        member.in(channel).presses(channel.messages().getLast(), "Use this prompt");

        eventually(() -> tracks().size() == 1);
    }

    @Test
    void theNextDayTheQuotaIsWholeAgainAndASongUnderWayComes() throws Exception {
        asksForASong();
        eventually(() -> tracks().size() == 1);
        assertThat(reads("quota")).contains("1 of 10");
        turnOn("slow-music");
        SandboxInteraction asked = asksForASong();
        eventually(() -> statusOf(asked).contains("being made"));

        aDayPasses();

        eventually(() -> tracks().size() == 2);
        assertThat(reads("quota")).doesNotContain("2 of 10");
    }

    @Test
    void whereTheBotMayNotAttachFilesItSaysSo() throws Exception {
        SandboxGuild strict = session.sandbox().guild("Strict");
        turnOn("no-files");

        assertThat(asksForASong().awaitResponse(SOON).content()).contains("I cannot post a song here", "Attach Files");

        turnOff("no-files");
        asksForASong();
        eventually(() -> tracks().size() == 1);
        assertThat(strict.bot().permissionsIn(strict.channel("general"))).doesNotContain(Permission.ATTACH_FILES);
    }

    @Test
    void songsAreFinishedWhileTheConnectionIsBrokenAndTheBotComesBack() throws Exception {
        turnOn("slow-music");
        asksForASong();
        turnOn("no-gateway");
        assertThat(session.sandbox().gateway().connected()).isZero();
        assertThat(member.in(channel).runs("quota").isFailed()).isTrue();
        turnOff("slow-music");
        eventually(() -> tracks().size() == 1);

        turnOff("no-gateway");

        eventually(() -> session.sandbox().gateway().connected() == 1);
        assertThat(reads("quota")).contains("1 of 10");
    }

    @Test
    void anExpiredAnswerDoesNotKeepASongFromComing() throws Exception {
        turnOn("slow-music");
        SandboxInteraction asked = asksForASong();
        eventually(() -> statusOf(asked).contains("being made"));
        turnOn("short-tokens");
        assertThat(session.sandbox().tokenLifetime()).isEqualTo(Duration.ofSeconds(3));

        aDayPasses();

        eventually(() -> tracks().size() == 1);
        assertThat(tracks().getFirst().content()).contains(member.mention());
        turnOff("short-tokens");
        assertThat(session.sandbox().tokenLifetime()).isEqualTo(Duration.ofMinutes(15));
    }

    private SandboxInteraction asksForASong() {
        return member.in(channel).runs("song", Map.of("prompt", "a calm river", "length", 10L));
    }

    /** Whether the member's song was tried, and has to wait for another turn. */
    private boolean isPutOff() {
        return STEPS.stream()
                .anyMatch(job -> job.account().user().value() == member.id()
                        && job.state() == JobState.QUEUED
                        && job.attempts().postponed() > 0);
    }

    private static String statusOf(SandboxInteraction asked) {
        return asked.findResponse().map(SandboxMessage::content).orElse("");
    }

    private String reads(String command) {
        SandboxMessage answer = member.in(channel).runs(command).awaitResponse(SOON);
        return TryText.of(answer, Instant.now());
    }

    private boolean hasRead(String words) {
        return channel.messages().stream().anyMatch(message -> message.content().contains(words));
    }

    private List<SandboxMessage> tracks() {
        return channel.messages().stream()
                .filter(message -> !message.files().isEmpty())
                .toList();
    }

    private static void eventually(BooleanSupplier condition) {
        assertThat(session.sandbox().await(SOON, condition)).as("in time").isTrue();
    }

    private static void turnOn(String id) throws IOException, InterruptedException {
        assertThat(move("{\"id\":\"%s\",\"on\":true}".formatted(id)).statusCode())
                .isEqualTo(200);
    }

    private static void turnOff(String id) throws IOException, InterruptedException {
        assertThat(move("{\"id\":\"%s\",\"on\":false}".formatted(id)).statusCode())
                .isEqualTo(200);
    }

    private static void aDayPasses() throws IOException, InterruptedException {
        assertThat(move("{\"id\":\"next-day\"}").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> move(String order) throws IOException, InterruptedException {
        try (HttpClient page = HttpClient.newHttpClient()) {
            return page.send(
                    HttpRequest.newBuilder(URI.create(session.url() + "/page/control"))
                            .header("X-Sandbox", "page")
                            .POST(BodyPublishers.ofString(order))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
