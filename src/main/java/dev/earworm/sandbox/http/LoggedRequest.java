package dev.earworm.sandbox.http;

import java.time.Duration;
import java.time.Instant;

/**
 * One request that a bot made, and what came of it.
 *
 * @param route the route's template, {@code POST /channels/{channel}/messages}; {@code unknown} where there is none
 * @param path what was really asked, below the API's root, with the query
 * @param status the HTTP status; 0 if the connection was broken instead
 * @param code Discord's error code; 0 if it was no such error
 */
public record LoggedRequest(Instant at, String method, String route, String path, int status, int code, Duration took) {
    public static final String UNKNOWN = "unknown";

    public boolean isUnknown() {
        return route.equals(UNKNOWN);
    }
}
