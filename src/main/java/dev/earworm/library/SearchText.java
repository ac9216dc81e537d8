package dev.earworm.library;

import dev.earworm.jobs.Job;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a song is found by: title, prompt, model, and the day (UTC) as {@code 2026-11-21}. */
public final class SearchText {
    private SearchText() {}

    /** @param title that it has from now on, if any */
    public static String of(Job job, Optional<String> title) {
        return FoldedText.of(String.join(
                "\n",
                title.orElse(""),
                job.request().prompt(),
                job.request().model().toString(),
                job.acceptedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString()));
    }
}
