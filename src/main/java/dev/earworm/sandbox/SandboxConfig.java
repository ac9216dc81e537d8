package dev.earworm.sandbox;

import dev.earworm.sandbox.gateway.IdentifyLimit;
import dev.earworm.sandbox.http.RateLimitConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a sandbox is set up; {@link #standard()} suits most.
 *
 * @param address of this machine to listen on; one that stands for all of them opens the sandbox to others
 * @param port to listen on; 0 lets the operating system choose a free one
 * @param botToken what the bot must log in with
 * @param botName what the bot is called, by name and by the role that came with it
 * @param files where uploads are kept; empty for a temporary directory that goes with the sandbox
 * @param clock for ids, times and the expiry of interactions
 * @param ackTimeout how long a bot has for its first answer; Discord: 3 seconds
 * @param tokenLifetime how long an interaction can be answered; Discord: 15 minutes
 * @param rateLimits how often each route may be called
 * @param privilegedIntents whether the bot was given the intents that Discord hands out only on application
 * @param identifies how often the bot may begin a session at the gateway
 */
public record SandboxConfig(
        String address,
        int port,
        String botToken,
        String botName,
        Optional<Path> files,
        InstantSource clock,
        Duration ackTimeout,
        Duration tokenLifetime,
        RateLimitConfig rateLimits,
        PrivilegedIntents privilegedIntents,
        IdentifyLimit identifies) {

    /** Whether the bot may ask for members, presences and message content. */
    public enum PrivilegedIntents {
        GRANTED,
        NOT_GRANTED
    }

    /**
     * Discord's numbers, a free port out of the reach of others, the machine's clock. Sessions are begun as often as the bot
     * likes, as one that is started again and again would wait five seconds each time.
     */
    public static SandboxConfig standard() {
        return new SandboxConfig(
                "127.0.0.1",
                0,
                "sandbox-bot-token",
                "sandbox-bot",
                Optional.empty(),
                InstantSource.system(),
                Duration.ofSeconds(3),
                Duration.ofMinutes(15),
                RateLimitConfig.likeDiscord(),
                PrivilegedIntents.NOT_GRANTED,
                IdentifyLimit.none());
    }

    public SandboxConfig withAddress(String changed) {
        return new SandboxConfig(
                changed,
                port,
                botToken,
                botName,
                files,
                clock,
                ackTimeout,
                tokenLifetime,
                rateLimits,
                privilegedIntents,
                identifies);
    }

    public SandboxConfig withPort(int changed) {
        return new SandboxConfig(
                address,
                changed,
                botToken,
                botName,
                files,
                clock,
                ackTimeout,
                tokenLifetime,
                rateLimits,
                privilegedIntents,
                identifies);
    }

    public SandboxConfig withBotToken(String changed) {
        return new SandboxConfig(
                address,
                port,
                changed,
                botName,
                files,
                clock,
                ackTimeout,
                tokenLifetime,
                rateLimits,
                privilegedIntents,
                identifies);
    }

    public SandboxConfig withBotName(String changed) {
        return new SandboxConfig(
                address,
                port,
                botToken,
                changed,
                files,
                clock,
                ackTimeout,
                tokenLifetime,
                rateLimits,
                privilegedIntents,
                identifies);
    }

    public SandboxConfig withFiles(Path changed) {
        return new SandboxConfig(
                address,
                port,
                botToken,
                botName,
                Optional.of(changed),
                clock,
                ackTimeout,
                tokenLifetime,
                rateLimits,
                privilegedIntents,
                identifies);
    }

    public SandboxConfig withClock(InstantSource changed) {
        return new SandboxConfig(
                address,
                port,
                botToken,
                botName,
                files,
                changed,
                ackTimeout,
                tokenLifetime,
                rateLimits,
                privilegedIntents,
                identifies);
    }

    public SandboxConfig withAckTimeout(Duration changed) {
        return new SandboxConfig(
                address,
                port,
                botToken,
                botName,
                files,
                clock,
                changed,
                tokenLifetime,
                rateLimits,
                privilegedIntents,
                identifies);
    }

    public SandboxConfig withTokenLifetime(Duration changed) {
        return new SandboxConfig(
                address,
                port,
                botToken,
                botName,
                files,
                clock,
                ackTimeout,
                changed,
                rateLimits,
                privilegedIntents,
                identifies);
    }

    public SandboxConfig withRateLimits(RateLimitConfig changed) {
        return new SandboxConfig(
                address,
                port,
                botToken,
                botName,
                files,
                clock,
                ackTimeout,
                tokenLifetime,
                changed,
                privilegedIntents,
                identifies);
    }

    public SandboxConfig withPrivilegedIntents() {
        return new SandboxConfig(
                address,
                port,
                botToken,
                botName,
                files,
                clock,
                ackTimeout,
                tokenLifetime,
                rateLimits,
                PrivilegedIntents.GRANTED,
                identifies);
    }

    public SandboxConfig withIdentifies(IdentifyLimit changed) {
        return new SandboxConfig(
                address,
                port,
                botToken,
                botName,
                files,
                clock,
                ackTimeout,
                tokenLifetime,
                rateLimits,
                privilegedIntents,
                changed);
    }
}
