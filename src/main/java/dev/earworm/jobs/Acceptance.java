package dev.earworm.jobs;

import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.OptionProblem;
import dev.earworm.quota.Block;
import dev.earworm.quota.QuotaDecision.QuotaExceeded;
import dev.earworm.quota.QuotaStatus;
import java.util.List;

/** What became of a member's wish. Only {@link Accepted} has reserved anything. */
public sealed interface Acceptance {
    /** The song will end once: delivered, or refused in plain words. */
    record Accepted(Job job, Forecast forecast, QuotaStatus quota) implements Acceptance {}

    /** This very wish was accepted before; nothing is made twice. */
    record AlreadyAccepted(Job job) implements Acceptance {}

    record OverQuota(QuotaExceeded exceeded) implements Acceptance {}

    /** An admin of the guild has blocked the member. */
    record Blocked(Block block) implements Acceptance {}

    /** A ceiling in money applies, and nobody knows what a song of this model costs. */
    record Unpriced(ModelId model) implements Acceptance {}

    /** The options do not fit the model. */
    record Unfit(MusicModel model, List<OptionProblem> problems) implements Acceptance {}

    record UnknownModel(ModelId model) implements Acceptance {}

    /** The provider cannot make songs now, and the operator knows. */
    record ProviderUnusable(String provider) implements Acceptance {}

    /** There is no room on disk for more songs, and the operator knows. */
    record NoRoom() implements Acceptance {}
}
