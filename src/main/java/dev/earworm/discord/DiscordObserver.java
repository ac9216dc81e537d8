package dev.earworm.discord;

import java.time.Duration;

/** Wants to know how it goes between the bot and Discord. Called on any thread, many times a second; returns at once. */
public interface DiscordObserver {
    /** Nobody. */
    DiscordObserver NONE = new DiscordObserver() {
        @Override
        public void answered(String resource, int status, Duration took) {}

        @Override
        public void disconnected() {}
    };

    /**
     * A REST request was answered, or came to nothing.
     *
     * @param resource what it was about, as {@code channels}: one of a dozen words
     * @param status of HTTP; 0 when there was no answer
     */
    void answered(String resource, int status, Duration took);

    /** A shard lost its connection to the gateway; it will try again by itself. */
    void disconnected();
}
