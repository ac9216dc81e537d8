package dev.earworm.discord.command;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.Providers;
import dev.earworm.settings.SongRules;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a song is like where its member does not say.
 *
 * @param longest that songs may be; as long as the model can when empty
 */
record SongDefaults(MusicModel model, AudioFormat format, Optional<Duration> longest) {
    /** As a guild's admins want it. A model that is gone is none. */
    static SongDefaults of(SongRules rules, Providers providers) {
        return new SongDefaults(
                rules.model().flatMap(providers::model).orElseGet(providers::defaultModel),
                format(rules),
                rules.longest());
    }

    private static AudioFormat format(SongRules rules) {
        return rules.allows(AudioFormat.MP3)
                ? AudioFormat.MP3
                : rules.formats().stream().sorted().findFirst().orElse(AudioFormat.MP3);
    }

    /** The model's usual one, or a shorter one where that is too long here. */
    Duration length(MusicModel wanted) {
        Duration usual = wanted.length().usual();
        return longest.filter(most -> most.compareTo(usual) < 0)
                .filter(_ -> wanted.has(Feature.LENGTH))
                .map(most -> longer(most, wanted.length().minimum()))
                .orElse(usual);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The model that is used where none is named comes first. */
    List<MusicModel> first(List<MusicModel> models) {
        return models.stream()
                .sorted(Comparator.comparing(candidate -> !candidate.id().equals(model.id())))
                .toList();
    }
}
