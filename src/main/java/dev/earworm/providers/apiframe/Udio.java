package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.Commission;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.SongRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Udio's model. Given lyrics are its prompt, and the member's words its style then, so those have the style's room. It
 * makes two songs, of which the first is kept (https://apiframe.ai/docs/music/udio).
 */
final class Udio implements ApiframeModel {
    private static final int USUAL_SECONDS = 130;

    @Override
    public MusicModel model() {
        return ApiframeModel.draft("udio", "Udio")
                .ownLength(USUAL_SECONDS)
                .prompt(1, ApiframePrompt.LONGEST_STYLE)
                .lyrics(1, ApiframePrompt.VENDOR_LIMIT)
                .can(Feature.INSTRUMENTAL, Feature.SEED)
                .price(ApiframeModel.perSong(9))
                .typicalWait(Duration.ofSeconds(90))
                .build();
    }

    @Override
    public ObjectNode body(Commission commission) {
        SongRequest song = commission.request();
        Optional<String> lyrics = song.wordsToSing();
        ObjectNode body = ApiframeModel.body(commission, lyrics.orElse(ApiframePrompt.of(song)));
        ObjectNode parameters = body.putObject("udioParams");
        if (lyrics.isPresent()) {
            parameters
                    .put("lyrics_type", "user")
                    .put("style", ApiframePrompt.of(song))
                    .put("title", ApiframePrompt.title(song));
        } else {
            parameters.put("lyrics_type", song.instrumental() ? "instrumental" : "generate");
        }
        song.seed().ifPresent(seed -> parameters.put("seed", seed));
        return body;
    }
}
