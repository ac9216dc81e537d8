package dev.earworm.jobs;

import dev.earworm.music.Usd;
import java.util.Optional;

/**
 * What a song costs.
 *
 * @param estimated when it was accepted, from the price of its model
 * @param actual what the vendor said that it charged
 */
public record Costs(Optional<Usd> estimated, Optional<Usd> actual) {
    public static final Costs UNKNOWN = new Costs(Optional.empty(), Optional.empty());

    public static Costs estimated(Optional<Usd> estimate) {
        return new Costs(estimate, Optional.empty());
    }
}
