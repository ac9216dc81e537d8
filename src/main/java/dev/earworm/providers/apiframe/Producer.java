package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.Commission;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.SongRequest;
import java.time.Duration;

/**
 * Producer's model, whose seed is a text. It makes two songs, of which the first is kept; the vendor publishes no price
 * (https://apiframe.ai/models/producer).
 */
final class Producer implements ApiframeModel {
    private static final int USUAL_SECONDS = 180;

    @Override
    public MusicModel model() {
        return ApiframeModel.draft("producer", "Producer")
                .ownLength(USUAL_SECONDS)
                .prompt(1, ApiframePrompt.VENDOR_LIMIT)
                .lyrics(1, ApiframePrompt.VENDOR_LIMIT)
                .can(Feature.INSTRUMENTAL, Feature.SEED)
                .typicalWait(Duration.ofSeconds(45))
                .build();
    }

    @Override
    public ObjectNode body(Commission commission) {
        SongRequest song = commission.request();
        ObjectNode body = ApiframeModel.body(commission, ApiframePrompt.of(song));
        ObjectNode parameters = body.putObject("producerParams").put("instrumental", song.instrumental());
        song.wordsToSing().ifPresent(lyrics -> parameters.put("lyrics", lyrics));
        song.seed().ifPresent(seed -> parameters.put("seed", Long.toString(seed)));
        return body;
    }
}
