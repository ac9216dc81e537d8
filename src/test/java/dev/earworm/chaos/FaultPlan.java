package dev.earworm.chaos;

import dev.earworm.chaos.VendorFault.Call;
import dev.earworm.sandbox.http.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * What goes wrong when: one entry for each life of the process, from its start to its end. Everything in it follows from
 * the seed; moments are told by counted events.
 */
public record FaultPlan(long seed, List<Life> lives) {
    private static final List<String> ROUTES = List.of(
            "POST /channels/*/messages",
            "PATCH /channels/*/messages/*",
            "POST /interactions/*/*/callback",
            "POST /webhooks/*/*",
            "PATCH /webhooks/*/*/messages/*",
            "POST /users/@me/channels",
            "GET /gateway/bot");

    /**
     * From a start of the process to its end.
     *
     * @param deeds how many things members do
     */
    public record Life(
            int deeds,
            List<VendorTrouble> vendorTroubles,
            List<DiscordTrouble> discordTroubles,
            List<Weather> weather,
            End end) {}

    /**
     * At one vendor.
     *
     * @param vendor the number of the vendor
     * @param spared so many calls of the kind go well before
     */
    public record VendorTrouble(int vendor, Call call, int spared, VendorFault fault) {}

    /** The next requests of that kind. */
    public record DiscordTrouble(int times, String route, Fault fault) {}

    /** What befalls the process from outside while members do something, one after each deed. */
    public enum Weather {
        CALM,
        GATEWAY_DROPS,
        GATEWAY_ASKS_TO_RECONNECT,
        SESSION_IS_INVALID,
        GATEWAY_IS_CUT_OFF,
        GATEWAY_IS_BACK,
        DISCORD_IS_TIGHT,
        TOKENS_EXPIRE,
        PERMISSION_IS_TAKEN,
        CHANNEL_IS_DELETED,
        DATABASE_IS_LOCKED,
        DISK_IS_FULL,
        DISK_HAS_ROOM,
        CLOCK_IS_PUT_FORWARD,
        CLOCK_IS_PUT_BACK
    }

    /** How the process ends. */
    public sealed interface End {
        /** SIGKILL, so many events after it was ready. */
        record Killed(int events) implements End {}

        /** SIGKILL before it is ready: once it has printed so many lines and that long has passed. */
        record KilledWhileStarting(int lines, Duration later) implements End {}

        /** SIGTERM after so many events, and SIGKILL that long after it. */
        record KilledWhileStopping(int events, Duration later) implements End {}

        /** SIGTERM after so many events, and then it is waited for. */
        record Stopped(int events) implements End {}
    }

    /**
     * Draws a plan.
     *
     * @param kills lives that end with SIGKILL
     * @param vendors how many vendors there are
     */
    public static FaultPlan of(long seed, int kills, int vendors) {
        RandomGenerator random = new Random(seed);
        List<Life> lives = new ArrayList<>();
        int killed = 0;
        while (killed < kills) {
            Life life = life(random, vendors);
            lives.add(life);
            killed += life.end() instanceof End.Stopped ? 0 : 1;
        }
        return new FaultPlan(seed, List.copyOf(lives));
    }

    private static Life life(RandomGenerator random, int vendors) {
        End end = end(random);
        int deeds = end instanceof End.KilledWhileStarting ? 1 : 3 + random.nextInt(5);
        List<VendorTrouble> vendorTroubles = new ArrayList<>();
        int troubles = random.nextInt(5);
        for (int i = 0; i < troubles; i++) {
            vendorTroubles.add(vendorTrouble(random, vendors));
        }
        List<DiscordTrouble> discordTroubles = new ArrayList<>();
        int faults = random.nextInt(3);
        for (int i = 0; i < faults; i++) {
            discordTroubles.add(discordTrouble(random));
        }
        List<Weather> weather = new ArrayList<>();
        for (int i = 0; i < deeds; i++) {
            weather.add(random.nextInt(3) == 0 ? any(random, Arrays.asList(Weather.values())) : Weather.CALM);
        }
        return new Life(deeds, vendorTroubles, discordTroubles, weather, end);
    }

    private static End end(RandomGenerator random) {
        int dice = random.nextInt(100);
        if (dice < 12) {
            return new End.KilledWhileStarting(random.nextInt(6), Duration.ofMillis(random.nextInt(400)));
        }
        if (dice < 22) {
            return new End.KilledWhileStopping(moment(random), Duration.ofMillis(random.nextInt(600)));
        }
        if (dice < 28) {
            return new End.Stopped(moment(random));
        }
        return new End.Killed(moment(random));
    }

    /** A song is some twenty events: often in the midst of the first ones, seldom when all is done. */
    private static int moment(RandomGenerator random) {
        int dice = random.nextInt(10);
        if (dice < 3) {
            return random.nextInt(20);
        }
        return dice < 8 ? 20 + random.nextInt(40) : 60 + random.nextInt(80);
    }

    private static VendorTrouble vendorTrouble(RandomGenerator random, int vendors) {
        Call call = any(random, List.of(Call.SUBMIT, Call.SUBMIT, Call.SUBMIT, Call.POLL, Call.LOOK_UP, Call.DOWNLOAD));
        List<VendorFault> faults = Arrays.stream(VendorFault.values())
                .filter(fault -> fault.happensTo(call))
                .toList();
        return new VendorTrouble(random.nextInt(vendors), call, random.nextInt(2), any(random, faults));
    }

    private static DiscordTrouble discordTrouble(RandomGenerator random) {
        Fault fault = any(
                random,
                List.of(
                        new Fault.Status(500),
                        new Fault.Status(502),
                        new Fault.Status(503),
                        new Fault.RateLimited(Duration.ofMillis(700)),
                        new Fault.ConnectionReset(),
                        new Fault.LostReply(),
                        new Fault.LostReply(),
                        new Fault.Slow(Duration.ofMillis(500))));
        return new DiscordTrouble(1 + random.nextInt(3), any(random, ROUTES), fault);
    }

    private static <T> T any(RandomGenerator random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
