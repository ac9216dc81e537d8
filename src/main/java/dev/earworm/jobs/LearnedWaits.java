package dev.earworm.jobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import java.time.Duration;
import java.util.List;

/** What a model takes from submit to audio: the median of its latest songs, or its own word until there are some. */
public final class LearnedWaits {
    private static final int SONGS = 20;
    private static final int ENOUGH = 3;

    private final JobStore store;
    private final Cache<ModelId, List<Duration>> latest = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public LearnedWaits(JobStore store) {
        this.store = store;
    }

    public Duration typical(MusicModel model) {
        List<Duration> waits = latest.get(model.id(), id -> store.latestWaits(id, SONGS));
        if (waits.size() < ENOUGH) {
            return model.typicalWait();
        }
        return waits.stream().sorted().skip(waits.size() / 2).findFirst().orElseThrow();
    }
}
