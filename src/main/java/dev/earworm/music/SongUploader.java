package dev.earworm.music;

import java.nio.file.Path;
import java.util.Optional;

/** Gives a vendor a song to keep, so that {@link Excerpt}s of it can be used. Costs money; not to be repeated blindly. */
public interface SongUploader {
    Upload upload(Path audio, ModelId model);

    /** What came of it. */
    sealed interface Upload {
        /**
         * The vendor has it.
         *
         * @param songId for {@link Excerpt}s
         * @param plan as the vendor hears it, in its model's words
         */
        record Uploaded(String songId, Optional<CompositionPlan> plan) implements Upload {}

        record NotUploaded(ProviderFailure failure) implements Upload {}
    }
}
