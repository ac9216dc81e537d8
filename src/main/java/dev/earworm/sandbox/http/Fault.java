package dev.earworm.sandbox.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Something that goes wrong between a bot and Discord. */
public sealed interface Fault {
    /** Answers this HTTP status and does nothing else; 502, 503 and 504 are retried by most libraries, 500 is not. */
    record Status(int status) implements Fault {}

    /** Answers 429, to be tried again after this time. */
    record RateLimited(Duration retryAfter) implements Fault {}

    /** Breaks the connection before the request is looked at. */
    record ConnectionReset() implements Fault {}

    /** Does what was asked, then breaks the connection: the bot cannot know whether it happened. */
    record LostReply() implements Fault {}

    /** Does what was asked after this time. */
    record Slow(Duration delay) implements Fault {}

    /** Does what was asked once the latch is open, so that a test can do something before, however slow it is. */
    record Held(CountDownLatch until) implements Fault {}
}
