package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import dev.earworm.providers.BaseUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * The one song that is kept of a finished job: the first of its tracks that has audio.
 *
 * <p>The schema leaves {@code result} open. The vendor's pages show {@code tracks[].audioUrl}
 * (https://apiframe.ai/docs/music); the other places are where its other products keep theirs.
 */
record ApiframeTrack(URI audio, TrackDetails details) {
    private static final List<String> PLACES = List.of("audioUrl", "audio_url", "url");

    /** @param baseUrl whose host an address without one is of */
    static Optional<ApiframeTrack> of(JsonNode job, BaseUrl baseUrl) {
        JsonNode result = job.path("result");
        List<JsonNode> tracks = new ArrayList<>();
        (result.isArray() ? result : result.path("tracks")).forEach(tracks::add);
        tracks.add(result);
        return tracks.stream()
                .flatMap(track ->
                        audio(track, baseUrl).map(url -> new ApiframeTrack(url, details(track, job))).stream())
                .findFirst();
    }

    private static Optional<URI> audio(JsonNode track, BaseUrl baseUrl) {
        return Stream.concat(PLACES.stream().map(track::path), Stream.of(track))
                .filter(JsonNode::isTextual)
                .flatMap(url -> baseUrl.locate(url.textValue()).stream())
                .map(HttpUrl::uri)
                .findFirst();
    }

    private static TrackDetails details(JsonNode track, JsonNode job) {
        return new TrackDetails(
                Optional.of(track.path("title").asText("").strip()).filter(title -> !title.isEmpty()),
                Optional.empty(),
                genres(track.path("tags")),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                cost(job.path("creditCost")));
    }

    /** One text with commas between; a list of texts would be read as well. */
    private static List<String> genres(JsonNode tags) {
        List<String> texts = new ArrayList<>();
        tags.forEach(tag -> texts.add(tag.asText("")));
        String all = tags.isArray() ? String.join(",", texts) : tags.asText("");
        return Stream.of(all.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static Optional<Usd> cost(JsonNode credits) {
        return credits.isIntegralNumber() && credits.canConvertToInt() && credits.intValue() >= 0
                ? Optional.of(ApiframeModel.credits(credits.intValue()))
                : Optional.empty();
    }
}
