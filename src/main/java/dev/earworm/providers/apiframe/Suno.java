package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.Commission;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.SongRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Suno's model. With lyrics in its custom mode: they are the prompt, and the member's words the style. Without them in
 * its simple one, which takes 500 characters and makes two songs, of which the first is kept
 * (https://apiframe.ai/docs/music/suno).
 */
final class Suno implements ApiframeModel {
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int USUAL_SECONDS = 180;

    @Override
    public MusicModel model() {
        return ApiframeModel.draft("suno", "Suno")
                .ownLength(USUAL_SECONDS)
                .prompt(1, LONGEST_DESCRIPTION)
                .lyrics(1, ApiframePrompt.VENDOR_LIMIT)
                .can(Feature.INSTRUMENTAL)
                .price(ApiframeModel.perSong(11))
                .typicalWait(Duration.ofSeconds(90))
                .build();
    }

    @Override
    public ObjectNode body(Commission commission) {
        Optional<String> lyrics = commission.request().wordsToSing();
        return lyrics.isPresent() ? custom(commission, lyrics.get()) : simple(commission);
    }

    private static ObjectNode simple(Commission commission) {
        SongRequest song = commission.request();
        ObjectNode body = ApiframeModel.body(commission, ApiframePrompt.of(song));
        body.putObject("sunoParams").put("custom_mode", false).put("instrumental", song.instrumental());
        return body;
    }

    private static ObjectNode custom(Commission commission, String lyrics) {
        SongRequest song = commission.request();
        ObjectNode body = ApiframeModel.body(commission, lyrics);
        body.putObject("sunoParams")
                .put("custom_mode", true)
                .put("instrumental", false)
                .put("style", ApiframePrompt.of(song))
                .put("title", ApiframePrompt.title(song));
        return body;
    }
}
