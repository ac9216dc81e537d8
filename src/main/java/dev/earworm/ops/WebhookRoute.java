package dev.earworm.ops;

import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Providers;
import dev.earworm.music.WebhookReceiver;
import dev.earworm.music.WebhookReceiver.Call;
import dev.earworm.music.WebhookReceiver.Reading;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /webhooks/{provider}}: where a vendor says that a song is done, so that nobody has to wait for the next
 * question to it.
 *
 * <p>Anybody can call here. So a call is read up to a limit, proven by the provider's {@link WebhookReceiver}, never
 * repeated in an answer, and at best a hint: whoever gets the {@link SongNews} asks the vendor. Answers: 204 heard, 401 not
 * the vendor's, 404 no such provider, 413 too large, 503 to be sent again later.
 */
public final class WebhookRoute {
    static final String PATH = "/webhooks/{provider}";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRoute.class);

    /** Vendors send a job's record: a few kilobytes. */
    private static final int LARGEST_BODY = 64 * 1024;

    private final Map<String, WebhookReceiver> receivers;
    private final SongNews news;
    private final InstantSource clock;
    private final OncePerMinute warnings = new OncePerMinute();

    /** @param receivers by the provider's name */
    WebhookRoute(Map<String, WebhookReceiver> receivers, SongNews news, InstantSource clock) {
        this.receivers = Map.copyOf(receivers);
        this.news = news;
        this.clock = clock;
    }

    /** Nobody is to call, and whoever does gets a 404. */
    public static WebhookRoute none() {
        return new WebhookRoute(Map.of(), (_, _) -> {}, InstantSource.system());
    }

    /** For every provider that reads calls. */
    public static WebhookRoute of(Providers providers, SongNews news, InstantSource clock) {
        Map<String, WebhookReceiver> receivers = providers
                .all()
                .filter(provider -> receiver(provider).isPresent())
                .collect(Collectors.toMap(
                        MusicProvider::name, provider -> receiver(provider).orElseThrow()));
        return new WebhookRoute(receivers, news, clock);
    }

    private static Optional<WebhookReceiver> receiver(MusicProvider provider) {
        return provider instanceof AsynchronousProvider asynchronous ? asynchronous.webhooks() : Optional.empty();
    }

    void answer(Context context) {
        context.header(Header.CACHE_CONTROL, "no-store").status(status(context));
    }

    private HttpStatus status(Context context) {
        String provider = context.pathParam("provider");
        WebhookReceiver receiver = receivers.get(provider);
        if (receiver == null) {
            return HttpStatus.NOT_FOUND;
        }
        try {
            // Not Javalin's own body(), which would hold whatever is sent.
            byte[] body = context.bodyInputStream().readNBytes(LARGEST_BODY + 1);
            return body.length > LARGEST_BODY
                    ? HttpStatus.CONTENT_TOO_LARGE
                    : heed(provider, receiver.read(new Call(context.headerMap(), body), clock.instant()));
        } catch (IOException e) {
            LOG.debug("a call for {} broke off", provider, e);
            return HttpStatus.BAD_REQUEST;
        } catch (RuntimeException e) {
            if (isDue(provider)) {
                LOG.warn("A call for {} could not be read", provider, e);
            }
            return HttpStatus.INTERNAL_SERVER_ERROR;
        }
    }

    private HttpStatus heed(String provider, Reading reading) {
        return switch (reading) {
            case Reading.News(var providerJobId) -> {
                news.about(provider, providerJobId);
                yield HttpStatus.NO_CONTENT;
            }
            case Reading.Nothing() -> HttpStatus.NO_CONTENT;
            case Reading.Forged(String detail) -> {
                warn(provider, "is not its own and changes nothing", detail);
                yield HttpStatus.UNAUTHORIZED;
            }
            case Reading.Undecided(String detail) -> {
                warn(provider, "cannot be judged now", detail);
                yield HttpStatus.SERVICE_UNAVAILABLE;
            }
        };
    }

    private void warn(String provider, String what, String detail) {
        if (isDue(provider)) {
            LOG.warn("A call in the name of {} {} (said once a minute at most): {}", provider, what, detail);
        }
    }

    private boolean isDue(String provider) {
        return warnings.isDue(provider, clock.instant());
    }
}
