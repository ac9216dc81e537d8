package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.Commission;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.SongRequest;
import java.time.Duration;

/**
 * Mureka's model. Each song costs, and the vendor's default is two: so one is asked for, always
 * (https://apiframe.ai/docs/music/mureka).
 */
final class Mureka implements ApiframeModel {
    private static final int LONGEST_PROMPT = 1024;
    private static final int LONGEST_LYRICS = 3000;
    private static final int USUAL_SECONDS = 160;

    @Override
    public MusicModel model() {
        return ApiframeModel.draft("mureka", "Mureka")
                .ownLength(USUAL_SECONDS)
                .prompt(1, LONGEST_PROMPT)
                .lyrics(1, LONGEST_LYRICS)
                .can(Feature.INSTRUMENTAL)
                .price(ApiframeModel.perSong(6))
                .typicalWait(Duration.ofSeconds(90))
                .build();
    }

    @Override
    public ObjectNode body(Commission commission) {
        SongRequest song = commission.request();
        ObjectNode body = ApiframeModel.body(commission, ApiframePrompt.of(song));
        ObjectNode parameters = body.putObject("murekaParams").put("n", 1).put("instrumental", song.instrumental());
        song.wordsToSing().ifPresent(lyrics -> parameters.put("lyrics", lyrics));
        return body;
    }
}
