package dev.earworm.soak;

import java.time.Duration;

/**
 * How long, how much and with which dice: {@code -Dearworm.soak.minutes=120 -Dearworm.soak.rate=50 -Dearworm.soak.seed=7}.
 *
 * @param rate songs that are ordered a minute
 */
record SoakPlan(Duration length, int rate, long seed) {
    private static final int GUILDS = 20;
    private static final int MEMBERS = 5;

    static SoakPlan fromProperties() {
        return new SoakPlan(
                Duration.ofMinutes(Integer.getInteger("earworm.soak.minutes", 120)),
                Integer.getInteger("earworm.soak.rate", 50),
                Long.getLong("earworm.soak.seed", 7));
    }

    int guilds() {
        return GUILDS;
    }

    int membersOfEach() {
        return MEMBERS;
    }

    /** Between two songs. */
    Duration pause() {
        return Duration.ofMinutes(1).dividedBy(rate);
    }

    /** Between two samples: a minute of two hours. */
    Duration tick() {
        return length.dividedBy(120);
    }

    /** After which native memory is compared with what it was. */
    Duration warmUp() {
        return length.dividedBy(12);
    }

    /** When the program is asked to stop, and started again: after a life that is long enough to show a slope. */
    Duration stop() {
        return length.dividedBy(3);
    }

    /** When it is killed, soon after that start; what is left is the longest life. */
    Duration kill() {
        return stop().plus(length.dividedBy(30));
    }

    /** Shorter lives say nothing of a slope. */
    Duration longLife() {
        return length.dividedBy(4);
    }
}
