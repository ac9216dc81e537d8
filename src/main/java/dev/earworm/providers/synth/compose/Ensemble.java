package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.score.DrumKit;
import dev.earworm.providers.synth.score.Role;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Texture;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who plays what.
 *
 * @param seats the instrument of each pitched role that is filled
 * @param drummer empty when there are no drums
 */
record Ensemble(Map<Role, Instrument> seats, Optional<Drummer> drummer, List<Texture> textures) {
    record Drummer(DrumKit kit, Groove groove) {}

    Ensemble {
        seats = Map.copyOf(seats);
        textures = List.copyOf(textures);
    }

    Optional<Instrument> at(Role role) {
        return Optional.ofNullable(seats.get(role));
    }

    boolean has(Role role) {
        return seats.containsKey(role);
    }
}
