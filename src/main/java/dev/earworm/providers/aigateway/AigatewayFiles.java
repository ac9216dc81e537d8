package dev.earworm.providers.aigateway;

import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.music.Rendering.Ready;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchResult.Fetched;
import dev.earworm.providers.FetchResult.NotAudio;
import dev.earworm.providers.FetchResult.Unfit;
import dev.earworm.providers.FetchResult.Unreachable;
import dev.earworm.providers.LinkResult;
import dev.earworm.providers.LinkResult.Followed;
import dev.earworm.providers.LinkResult.Refused;
import dev.earworm.providers.VendorAnswer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Brings finished audio home from wherever a result points: a link that needs no key (signed, or not the vendor's at
 * all), or a file of the vendor's, for which a signed link is asked first.
 *
 * <p>Links live for a day and files for a week. A link that is refused is therefore no end: the next question about the
 * job brings a fresh one, or the news that the song is gone.
 */
final class AigatewayFiles {
    /** {@code v1/files/jobs/{job}/{name}}, after whatever path the base address has. */
    private static final List<String> PLACE = List.of("v1", "files", "jobs");

    private static final String SIGNED_FOR_SECONDS = "3600";

    private final AigatewayClient client;
    private final AigatewayErrors errors;
    private final AigatewayHosts hosts;
    private final AudioFetcher fetcher;

    AigatewayFiles(AigatewayClient client, AigatewayErrors errors, AudioFetcher fetcher) {
        this.client = client;
        this.errors = errors;
        this.hosts = new AigatewayHosts(client.base());
        this.fetcher = fetcher;
    }

    Composition download(Ready ready, Path target) {
        Optional<HttpUrl> own =
                Optional.ofNullable(HttpUrl.parse(ready.audio().toString())).filter(hosts::own);
        if (own.isEmpty() || own.get().query() != null) {
            return composition(openly(ready, own, target), ready);
        }
        return switch (link(own.get())) {
            case Link.Signed(HttpUrl url) -> composition(fetcher.follow(url.uri(), target), ready);
            case Link.None _ -> composition(withKey(own.get(), target), ready);
            case Link.NotNow(ProviderFailure failure) -> new NotComposed(failure);
        };
    }

    /** Without the key; where the vendor's own host then asks for it, with it. */
    private LinkResult openly(Ready ready, Optional<HttpUrl> own, Path target) {
        LinkResult result = fetcher.follow(ready.audio(), target);
        boolean wantsKey = result instanceof Refused refused && refused.status() == 401;
        return wantsKey ? own.map(url -> withKey(url, target)).orElse(result) : result;
    }

    private LinkResult withKey(HttpUrl own, Path target) {
        return fetcher.followWith(client.authorization(), own.uri(), target);
    }

    private static Composition composition(LinkResult result, Ready ready) {
        return switch (result) {
            case Followed(Fetched _) -> new Composed(ready.details());
            case Followed(Unreachable(String detail)) -> new NotComposed(new Unavailable(detail));
            case Refused refused -> new NotComposed(new Unavailable("a fresh link is needed: " + refused.detail()));
            case Followed(Unfit(String detail)) -> new NotComposed(new Internal(detail));
            case Followed(NotAudio(String detail)) -> new NotComposed(new Internal(detail));
        };
    }

    /** What became of asking for a signed link. */
    private sealed interface Link {
        record Signed(HttpUrl url) implements Link {}

        record None() implements Link {}

        record NotNow(ProviderFailure failure) implements Link {}
    }

    private Link link(HttpUrl file) {
        List<String> path = file.pathSegments();
        int place = path.size() - PLACE.size() - 2;
        if (place < 0 || !path.subList(place, place + PLACE.size()).equals(PLACE)) {
            return new Link.None();
        }
        HttpUrl signing = client.url("v1", "files", "jobs", path.get(path.size() - 2), path.getLast(), "signed")
                .newBuilder()
                .addQueryParameter("expires_in", SIGNED_FOR_SECONDS)
                .build();
        return client.get(signing).whereRepeatIsFree(answer -> link(answer), Link.NotNow::new);
    }

    private Link link(VendorAnswer answer) {
        String url = answer.json().path("url").asText("");
        if (answer.successful() && !url.isBlank()) {
            return Optional.ofNullable(client.base().resolve(url))
                    .<Link>map(Link.Signed::new)
                    .orElseGet(Link.None::new);
        }
        boolean isNoSuchWay = answer.successful() || answer.status() == 404 || answer.status() == 405;
        return isNoSuchWay ? new Link.None() : new Link.NotNow(errors.ofErrand(answer));
    }
}
