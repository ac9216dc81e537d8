package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.GuildFinding.Problem;
import dev.earworm.discord.command.GuildFinding.Well;
import java.time.InstantSource;
import java.util.List;
import net.dv8tion.jda.api.interactions.Interaction;

/** How the connection to Discord is, and whether both clocks agree. */
public final class ConnectionExamination implements GuildExamination {
    /** Commands are answered within three seconds or not at all. */
    private static final long SLOW_MILLIS = 1_500;

    private final InstantSource clock;

    public ConnectionExamination(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<GuildFinding> examine(Interaction interaction) {
        return List.of(gateway(interaction.getJDA().getGatewayPing()), clocks(interaction));
    }

    /** JDA knows no ping before the first heartbeat was answered. */
    private static GuildFinding gateway(long pingMillis) {
        if (pingMillis < 0) {
            return new Well(say("doctor.connected"));
        }
        return pingMillis <= SLOW_MILLIS
                ? new Well(say("doctor.ping", pingMillis))
                : new Problem(say("doctor.slow", pingMillis));
    }

    /** Discord's time is in the interaction's id. */
    private GuildFinding clocks(Interaction interaction) {
        ClockSkew skew = ClockSkew.between(interaction.getTimeCreated().toInstant(), clock.instant());
        if (skew.isHarmless()) {
            return new Well(say("doctor.clock"));
        }
        return new Problem(
                skew.isAhead()
                        ? say("doctor.clock-ahead", skew.seconds())
                        : say("doctor.clock-behind", skew.seconds()));
    }
}
