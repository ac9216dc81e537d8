package dev.earworm.settings;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What the songs of a guild may be like.
 *
 * @param model that is used where a member names none; the instance's own when empty
 * @param longestSeconds no song may be longer; 1 or more; as long as the model can when empty
 * @param formats that members may choose; every one when empty
 */
public record SongRules(Optional<ModelId> model, Optional<Integer> longestSeconds, Set<AudioFormat> formats) {
    /** Whatever the models can do. */
    public static final SongRules NONE = new SongRules(Optional.empty(), Optional.empty(), Set.of());

    public SongRules {
        formats = Set.copyOf(formats);
    }

    public Optional<Duration> longest() {
        return longestSeconds.map(Duration::ofSeconds);
    }

    public boolean allows(AudioFormat format) {
        return formats.isEmpty() || formats.contains(format);
    }

    public SongRules withModel(Optional<ModelId> other) {
        return new SongRules(other, longestSeconds, formats);
    }

    public SongRules withLongestSeconds(Optional<Integer> other) {
        return new SongRules(model, other, formats);
    }

    public SongRules withFormats(Set<AudioFormat> others) {
        return new SongRules(model, longestSeconds, others);
    }
}
