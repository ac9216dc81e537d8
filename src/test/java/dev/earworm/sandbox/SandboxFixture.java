package dev.earworm.sandbox;

import dev.earworm.sandbox.http.RateLimitConfig;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh sandbox for each test, with a guild, a channel, a member and a bot that speaks plain HTTP. */
abstract class SandboxFixture {
    Sandbox sandbox;
    RawBot bot;
    SandboxGuild home;
    SandboxChannel general;
    SandboxMember alice;

    @BeforeEach
    void startSandbox() {
        sandbox = Sandbox.start(config(), site());
        bot = new RawBot(sandbox);
        home = sandbox.guild("Home");
        general = home.channel("general");
        alice = home.member("alice");
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    SandboxSite site() {
        return SandboxSite.NONE;
    }

    /** A bot gets longer than 3 seconds, as a busy machine may need them to start; tests of that rule set it themselves. */
    SandboxConfig config() {
        return SandboxConfig.standard()
                .withRateLimits(RateLimitConfig.generous())
                .withAckTimeout(Duration.ofSeconds(20));
    }
}
