package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.Commission;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.Price;
import dev.earworm.music.Usd;

/**
 * One of the vendor's models: what it can do, and how a song is put to it.
 *
 * <p>The vendor refuses every key that its schema does not list, on every level, so a body holds nothing else
 * ({@code GenerateMusicRequest} in https://github.com/apiframe-ai/apiframe-nodejs-sdk/blob/main/openapi.json). Where a
 * model has versions none is named: the vendor's default is the one it recommends and prices.
 */
interface ApiframeModel {
    MusicModel model();

    /** The whole request, but for where the vendor shall call. */
    ObjectNode body(Commission commission);

    /** The vendor's money; about a cent each at its list prices. */
    static Usd credits(long count) {
        return Usd.of("0.01").times(count);
    }

    static MusicModel.Draft draft(String name, String title) {
        return MusicModel.named(new ModelId(ApiframeProvider.NAME, name), title + " (Apiframe)");
    }

    static Price perSong(long credits) {
        return new Price.PerSong(credits(credits));
    }

    /** What all models share. */
    static ObjectNode body(Commission commission, String prompt) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("model", commission.request().model().model())
                .put("prompt", prompt);
    }
}
