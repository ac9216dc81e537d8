package dev.earworm.music;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What songs cost: the operator's figures, and where there is none, the one that the vendor publishes.
 *
 * @param own by model; an operator's contract may differ from what is published
 */
public record PriceConfig(Map<ModelId, Price> own) {
    public PriceConfig {
        own = Map.copyOf(own);
    }

    public static PriceConfig published() {
        return new PriceConfig(Map.of());
    }

    /**
     * Reads what an operator writes, as {@code elevenlabs/music_v2=0.15/minute, aimlapi/google/lyria2=0.06/song}.
     *
     * @throws IllegalArgumentException in words for the operator
     */
    public static PriceConfig parse(String text) {
        Map<ModelId, Price> prices = new HashMap<>();
        for (String entry : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            Optional<ModelId> model =
                    ModelId.parse(entry.substring(0, Math.max(equals, 0)).strip());
            if (model.isEmpty()) {
                throw new IllegalArgumentException("each price is written as provider/model=0.15/minute");
            }
            prices.put(model.get(), Price.parse(entry.substring(equals + 1)));
        }
        return new PriceConfig(prices);
    }

    /** Empty where nobody knows. */
    public Optional<Price> of(MusicModel model) {
        return Optional.ofNullable(own.get(model.id())).or(model::price);
    }
}
