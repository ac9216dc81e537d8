package dev.earworm.music;

import java.util.Optional;

/**
 * A model as members write it: {@code provider/model}, for example {@code elevenlabs/music_v2}.
 *
 * @param provider the name before the first slash
 * @param model the vendor's own name; it may hold further slashes
 */
public record ModelId(String provider, String model) {
    public ModelId {
        if (provider.isBlank() || model.isBlank() || provider.contains("/")) {
            throw new IllegalArgumentException("not a model: " + provider + "/" + model);
        }
    }

    public static Optional<ModelId> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0
                || text.substring(0, slash).isBlank()
                || text.substring(slash + 1).isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new ModelId(text.substring(0, slash), text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return provider + "/" + model;
    }
}
