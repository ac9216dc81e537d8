package dev.earworm.discord;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Tells of every request that JDA sends, also of those that it repeats. */
final class RestWatch implements Interceptor {
    private static final int NO_ANSWER = 0;
    private static final String OTHER = "other";

    /** The first words of Discord's routes (https://docs.discord.com/developers/reference). */
    private static final Set<String> RESOURCES =
            Set.of("applications", "channels", "gateway", "guilds", "interactions", "oauth2", "users", "webhooks");

    private final DiscordObserver observer;

    RestWatch(DiscordObserver observer) {
        this.observer = observer;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        String resource = resource(chain.request().url().pathSegments());
        long begun = System.nanoTime();
        int status = NO_ANSWER;
        try {
            Response response = chain.proceed(chain.request());
            status = response.code();
            return response;
        } finally {
            observer.answered(resource, status, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** Addresses hold ids and secrets after the first known word. */
    private static String resource(List<String> path) {
        return path.stream().filter(RESOURCES::contains).findFirst().orElse(OTHER);
    }
}
