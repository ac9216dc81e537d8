package dev.earworm.providers;

import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Rendering;
import dev.earworm.providers.CheckedSockets.ForbiddenAddressException;
import dev.earworm.providers.FetchResult.Fetched;
import dev.earworm.providers.FetchResult.NotAudio;
import dev.earworm.providers.FetchResult.Unfit;
import dev.earworm.providers.FetchResult.Unreachable;
import dev.earworm.providers.LinkResult.Followed;
import dev.earworm.providers.LinkResult.Refused;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Brings finished audio home from the URL that a vendor names.
 *
 * <p>The URL is not trusted: it is asked without any key (but for {@link #followWith}), over https at public addresses
 * only (unless {@link FetchConfig} says otherwise), each redirect is judged like the first address, and size and time
 * have an end. May be repeated. An interrupt ends it early.
 */
public final class AudioFetcher {
    private static final int MAX_REDIRECTS = 5;

    private final FetchRules rules;
    private final OkHttpClient client;
    private final Duration patience;
    private final long maxBytes;

    public AudioFetcher(FetchConfig config) {
        this(FetchRules.of(config), VendorTimeouts.download(), AudioDownload.MAX_BYTES);
    }

    AudioFetcher(FetchRules rules, VendorTimeouts timeouts, long maxBytes) {
        this(rules, timeouts, maxBytes, Dns.SYSTEM);
    }

    /** @param names not trusted: what they resolve to is judged when it is connected to */
    AudioFetcher(FetchRules rules, VendorTimeouts timeouts, long maxBytes, Dns names) {
        this.rules = rules;
        this.client = new OkHttpClient.Builder()
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.silence())
                .retryOnConnectionFailure(false)
                .addInterceptor(new Unzipping())
                .followRedirects(false)
                .followSslRedirects(false)
                .fastFallback(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                // A proxy would resolve the name itself, out of sight of the check.
                .proxy(Proxy.NO_PROXY)
                .dns(names)
                .socketFactory(new CheckedSockets(rules.addresses()))
                .build();
        this.patience = timeouts.whole();
        this.maxBytes = maxBytes;
    }

    /** {@link #fetch} in the words of a provider. */
    public Composition download(Rendering.Ready ready, Path target) {
        return switch (fetch(ready.audio(), target)) {
            case Fetched _ -> new Composed(ready.details());
            case Unreachable(String detail) -> new NotComposed(new ProviderFailure.Unavailable(detail));
            case Unfit(String detail) -> new NotComposed(new ProviderFailure.Internal(detail));
            case NotAudio(String detail) -> new NotComposed(new ProviderFailure.Internal(detail));
        };
    }

    /**
     * Fetches a finished song, checking every address on the way.
     *
     * @param target written only by this call; to be thrown away unless the answer is {@link Fetched}
     * @throws java.io.UncheckedIOException when the disk breaks
     */
    public FetchResult fetch(URI audio, Path target) {
        return switch (follow(audio, target)) {
            case Followed(FetchResult result) -> result;
            case Refused refused -> new Unfit(refused.detail());
        };
    }

    /** As {@link #fetch}, for a link that expires and may be replaced by a fresh one. */
    public LinkResult follow(URI link, Path target) {
        return follow(link, Optional.empty(), target);
    }

    /**
     * As {@link #follow}, for a link to the vendor itself. The caller vouches for the host, and the key goes there alone:
     * to whatever it redirects, be it the same host, nothing is sent.
     *
     * @param authorization the header's value
     */
    public LinkResult followWith(String authorization, URI link, Path target) {
        return follow(link, Optional.of(authorization), target);
    }

    private LinkResult follow(URI link, Optional<String> authorization, Path target) {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<HttpUrl> url = Optional.ofNullable(HttpUrl.parse(link.toString()));
        Optional<String> toFirst = authorization;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            if (url.filter(this::mayBeAsked).isEmpty()) {
                return new Followed(new Unfit("audio is not fetched from this kind of address"));
            }
            switch (visit(url.get(), toFirst, target, Duration.ofNanos(deadline - System.nanoTime()))) {
                case Moved(Optional<HttpUrl> next) -> {
                    url = next;
                    toFirst = Optional.empty();
                }
                case Ended(LinkResult result) -> {
                    return result;
                }
            }
        }
        return new Followed(new Unfit("the audio's address redirects more than " + MAX_REDIRECTS + " times"));
    }

    private boolean mayBeAsked(HttpUrl url) {
        return rules.schemes().contains(url.scheme());
    }

    private Step visit(HttpUrl url, Optional<String> authorization, Path target, Duration left) {
        if (!left.isPositive()) {
            return ended(new Unreachable(url.host() + ": out of time"));
        }
        // "identity": a compressed answer would hide how long the audio is.
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "Earworm");
        authorization.ifPresent(value -> request.header("Authorization", value));
        Call call = client.newCall(request.build());
        call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            return read(response, target);
        } catch (ForbiddenAddressException e) {
            return ended(new Unfit(url.host() + ": " + e.getMessage() + " (see http.allow-private-addresses)"));
        } catch (IOException e) {
            return ended(new Unreachable(url.host() + ": " + e));
        }
    }

    private Step read(Response response, Path target) throws IOException {
        HttpUrl url = response.request().url();
        if (response.isRedirect()) {
            return new Moved(Optional.ofNullable(response.header("Location")).map(url::resolve));
        }
        if (!response.isSuccessful()) {
            return new Ended(refusal(response.code(), url.host() + ": HTTP " + response.code()));
        }
        return ended(
                switch (AudioDownload.save(response.body(), target, maxBytes)) {
                    case AudioDownload.Result.Saved(long bytes) -> new Fetched(bytes);
                    case AudioDownload.Result.Unfit(String detail) -> new NotAudio(url.host() + ": " + detail);
                });
    }

    /** A 404 may be a file that has not reached this corner of a delivery network yet; 403 is how signed URLs expire. */
    private static LinkResult refusal(int status, String detail) {
        boolean passes = status >= 500 || status == 404 || status == 408 || status == 425 || status == 429;
        return passes ? new Followed(new Unreachable(detail)) : new Refused(status, detail);
    }

    private static Ended ended(FetchResult result) {
        return new Ended(new Followed(result));
    }

    /** Where one request led. */
    private sealed interface Step {}

    private record Moved(Optional<HttpUrl> next) implements Step {}

    private record Ended(LinkResult result) implements Step {}
}
