package dev.earworm.sandbox;

import dev.earworm.sandbox.gateway.GatewayServer;
import java.time.Duration;

/** The bot's connection to the gateway, and the ways in which it goes wrong. */
public final class SandboxGateway {
    private final World world;
    private final GatewayServer server;

    SandboxGateway(World world, GatewayServer server) {
        this.world = world;
        this.server = server;
    }

    /** How many sessions (shards) are connected now. */
    public int connected() {
        return server.connectedSessions();
    }

    /** How many sessions were begun so far, by the bot's own wish or because it had to. */
    public int identified() {
        return server.identified();
    }

    /** How often the bot wanted to begin a session too soon after another. */
    public int refusedIdentifies() {
        return server.refusedIdentifies();
    }

    /** Waits until a bot has logged in; false if none does in time. */
    public boolean awaitConnected(Duration timeout) {
        return world.await(timeout.toNanos(), () -> server.connectedSessions() > 0);
    }

    /** Breaks every connection without a word, as a cut cable does; bots can resume. */
    public void dropConnections() {
        server.dropConnections();
    }

    /**
     * Breaks every connection, and lets new ones hang: bots may connect and say what they like, and nobody answers until
     * {@link #restore}.
     */
    public void cutOff() {
        server.cutOff();
    }

    /** Answers again, those first who have waited. */
    public void restore() {
        server.restore();
    }

    public boolean isCutOff() {
        return server.isCutOff();
    }

    /** Asks every bot to reconnect and resume, as Discord does when it moves them. */
    public void reconnect() {
        server.askToReconnect();
    }

    /** Ends every session; bots must log in anew, and what happens meanwhile is lost to them. */
    public void invalidateSession() {
        server.invalidateSessions();
    }
}
