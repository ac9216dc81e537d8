package dev.earworm.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earworm.chaos.FaultPlan.End;
import dev.earworm.chaos.FaultPlan.Life;
import dev.earworm.chaos.FaultPlan.VendorTrouble;
import dev.earworm.chaos.FaultPlan.Weather;
import dev.earworm.process.EarwormProcess;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxRole;
import dev.earworm.sandbox.http.RateLimitConfig;
import dev.earworm.storage.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Carries out a plan: one life of the process after the other, each with its faults, and at last one in which nothing goes
 * wrong. Once everything has settled there, {@link Verdict} says what is not as it must be.
 */
public final class ChaosRun implements AutoCloseable {
    private static final Duration STARTED = Duration.ofSeconds(120);
    private static final Duration SETTLED = Duration.ofSeconds(240);

    /** Where less happens than a plan waits for, nothing more will. */
    private static final Duration QUIET = Duration.ofSeconds(6);

    private static final long LITTLE_SPACE = 100L << 20;

    /** Sockets that stay open for the next request, and threads of pools that come and go. */
    private static final long SLACK = 12;

    private final FaultPlan plan;
    private final ChaosStage stage;
    private final Crowd crowd;
    private final StringBuilder log = new StringBuilder();
    private final Map<String, Integer> figures = new TreeMap<>();
    private Optional<DatabaseJam> jam = Optional.empty();

    public ChaosRun(FaultPlan plan, Engine engine, Path folder) throws IOException {
        this.plan = plan;
        Path home = folder.toAbsolutePath();
        this.stage = new ChaosStage(home, engine.in(home.resolve("data")));
        List<String> models = stage.vendors.stream().map(ChaosVendor::model).toList();
        this.crowd = new Crowd(stage.sandbox, plan.seed(), 3, 4, models);
    }

    /** Returns when everything has settled and all is as it must be. */
    public void run() throws Exception {
        long begun = System.nanoTime();
        live(new Life(2, List.of(), List.of(), List.of(), new End.Stopped(20)), 0);
        for (int i = 0; i < plan.lives().size(); i++) {
            live(plan.lives().get(i), i + 1);
        }
        settle();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        System.out.printf("chaos with seed %d: %d s, %s%n", plan.seed(), seconds, figures());
        List<String> complaints = Verdict.of(stage, crowd, log.toString());
        assertThat(complaints)
                .as("what must hold after chaos with -Dearworm.chaos.seed=%d", plan.seed())
                .isEmpty();
    }

    private Map<String, Integer> figures() {
        Map<String, Integer> all = new TreeMap<>(figures);
        all.putAll(stage.book.counts());
        all.put("songs ordered", crowd.orders().size());
        new SongRows(stage.database())
                .all()
                .forEach(row -> all.merge("songs " + row.state() + " " + row.refusal(), 1, Integer::sum));
        return all;
    }

    private void live(Life life, int number) throws Exception {
        life.vendorTroubles().forEach(this::trouble);
        life.discordTroubles()
                .forEach(trouble -> stage.sandbox.faults().next(trouble.times(), trouble.route(), trouble.fault()));
        try (EarwormProcess process = stage.start()) {
            try {
                end(process, life);
            } finally {
                process.kill();
                keep(process, "life-%03d.log".formatted(number));
            }
        }
        clearUp();
    }

    private void trouble(VendorTrouble trouble) {
        VendorFaults faults = stage.vendors.get(trouble.vendor()).faults();
        faults.spare(trouble.call(), trouble.spared());
        faults.next(trouble.call(), trouble.fault());
    }

    private void end(EarwormProcess process, Life life) throws Exception {
        counts("lives");
        if (life.end() instanceof End.KilledWhileStarting(int lines, Duration later)) {
            await().atMost(STARTED)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> process.lines() >= lines || !process.isAlive());
            crowd.act();
            counts(process.endsWithin(later) ? "did not start" : "killed while starting");
            return;
        }
        if (!isReady(process)) {
            counts("did not start");
            return;
        }
        long since = stage.odometer.events();
        for (int i = 0; i < life.deeds(); i++) {
            crowd.act();
            if (i < life.weather().size()) {
                blow(life.weather().get(i));
            }
        }
        switch (life.end()) {
            case End.Killed(int events) -> {
                stage.odometer.await(since, events, QUIET);
                counts("killed");
            }
            case End.KilledWhileStopping(int events, Duration later) -> {
                stage.odometer.await(since, events, QUIET);
                process.askToStop();
                counts(process.endsWithin(later) ? "stopped" : "killed while stopping");
            }
            case End.Stopped(int events) -> {
                stage.odometer.await(since, events, QUIET);
                unjam();
                process.close();
                counts("stopped");
            }
            case End.KilledWhileStarting _ -> throw new IllegalStateException("killed before");
        }
    }

    /** One whose start met a fault may give up, as an operator's service manager knows. */
    private boolean isReady(EarwormProcess process) {
        await().atMost(STARTED)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> process.output().contains("Earworm is ready") || !process.isAlive());
        return process.isAlive();
    }

    private void blow(Weather weather) throws IOException {
        if (weather != Weather.CALM) {
            counts("weather " + weather);
        }
        switch (weather) {
            case CALM -> {}
            case GATEWAY_DROPS -> stage.sandbox.gateway().dropConnections();
            case GATEWAY_ASKS_TO_RECONNECT -> stage.sandbox.gateway().reconnect();
            case SESSION_IS_INVALID -> stage.sandbox.gateway().invalidateSession();
            case GATEWAY_IS_CUT_OFF -> stage.sandbox.gateway().cutOff();
            case GATEWAY_IS_BACK -> restoreGateway();
            case DISCORD_IS_TIGHT -> stage.sandbox.rateLimits(RateLimitConfig.likeDiscord());
            case TOKENS_EXPIRE -> stage.sandbox.tokenLifetime(Duration.ZERO);
            case PERMISSION_IS_TAKEN -> takePermission();
            case CHANNEL_IS_DELETED -> deleteChannel();
            case DATABASE_IS_LOCKED -> jam();
            case DISK_IS_FULL -> stage.freeSpace(LITTLE_SPACE);
            case DISK_HAS_ROOM -> stage.freeSpace(Long.MAX_VALUE);
            case CLOCK_IS_PUT_FORWARD -> stage.turnClock(Duration.ofMinutes(7));
            case CLOCK_IS_PUT_BACK -> stage.turnClock(Duration.ofMinutes(-5));
        }
    }

    private void restoreGateway() {
        if (stage.sandbox.gateway().isCutOff()) {
            stage.sandbox.gateway().restore();
        }
    }

    /** Each life in another guild; its first channel stays as it is. */
    private SandboxChannel studio() {
        List<SandboxChannel> studios = crowd.channels().stream()
                .filter(channel -> channel.name().equals(Crowd.STUDIO))
                .toList();
        return studios.get(figures.getOrDefault("lives", 0) % studios.size());
    }

    private void takePermission() {
        SandboxChannel channel = studio();
        channel.deny(bot(channel), Permission.ATTACH_FILES);
    }

    private static void givePermission(SandboxChannel channel) {
        channel.inherit(bot(channel), Permission.ATTACH_FILES);
    }

    private static SandboxRole bot(SandboxChannel channel) {
        return channel.guild().orElseThrow().botRole();
    }

    private void deleteChannel() {
        SandboxChannel channel = studio();
        SandboxGuild guild = channel.guild().orElseThrow();
        crowd.moves(channel, guild.channel(Crowd.STUDIO));
        guild.removeChannel(channel);
    }

    private void jam() {
        if (jam.isEmpty()) {
            try {
                jam = Optional.of(DatabaseJam.of(stage.database()));
            } catch (SQLException _) {
                counts("the program was quicker than who would lock its database");
            }
        }
    }

    private void unjam() throws SQLException {
        if (jam.isPresent()) {
            jam.get().close();
            jam = Optional.empty();
        }
    }

    /** The weather of one life does not reach into the next; faults wait for their calls. */
    private void clearUp() throws IOException, SQLException {
        unjam();
        restoreGateway();
        stage.vendors.forEach(ChaosVendor::letGo);
        crowd.channels().forEach(ChaosRun::givePermission);
        stage.sandbox.rateLimits(RateLimitConfig.generous());
        stage.sandbox.tokenLifetime(Duration.ofMinutes(15));
        stage.freeSpace(Long.MAX_VALUE);
    }

    private void settle() throws Exception {
        stage.setClockRight();
        stage.sandbox.faults().clear();
        stage.vendors.forEach(ChaosVendor::calmDown);
        SongRows rows = new SongRows(stage.database());
        try (EarwormProcess process = stage.start()) {
            try {
                process.untilItSays("Earworm is ready", STARTED);
                settled(rows);
                // Both after the same work: what a first song opens for good is no leak.
                orderAndSettle(rows);
                OptionalLong files = process.openFiles();
                OptionalLong threads = process.threads();
                orderAndSettle(rows);
                if (files.isPresent() && threads.isPresent()) {
                    await("files and threads at rest, " + files + " and " + threads + " before")
                            .atMost(SETTLED)
                            .until(() -> process.openFiles().getAsLong() <= files.getAsLong() + SLACK
                                    && process.threads().getAsLong() <= threads.getAsLong() + SLACK);
                }
                process.close();
                assertThat(process.exitCode()).as("the last stop").isEqualTo(128 + 15);
            } finally {
                process.kill();
                keep(process, "settled.log");
            }
        }
    }

    private void orderAndSettle(SongRows rows) {
        int before = rows.count();
        for (int i = 0; i < stage.vendors.size(); i++) {
            crowd.order();
        }
        await("new songs").atMost(SETTLED).until(() -> rows.count() >= before + stage.vendors.size());
        settled(rows);
    }

    private void settled(SongRows rows) {
        await("every song ended, and its member told")
                .atMost(SETTLED)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(rows.all().stream()
                                .filter(row -> !row.isTold()
                                        || !List.of("DELIVERED", "FAILED", "CANCELLED")
                                                .contains(row.state()))
                                .collect(Collectors.toList()))
                        .isEmpty());
    }

    private void counts(String what) {
        figures.merge(what, 1, Integer::sum);
    }

    private void keep(EarwormProcess process, String name) throws IOException {
        log.append(process.output()).append('\n');
        stage.keepLog(name, process.output());
    }

    @Override
    public void close() throws SQLException {
        unjam();
        stage.close();
    }
}
