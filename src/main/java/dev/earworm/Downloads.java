package dev.earworm;

import dev.earworm.discord.delivery.DiscordSongArchive.Download;
import dev.earworm.jobs.ReferenceSource;
import dev.earworm.music.OptionProblem.ReferenceUnreadable;
import dev.earworm.music.Reference;
import dev.earworm.music.ReferenceRule;
import dev.earworm.providers.AudioFetcher;
import dev.earworm.providers.FetchResult;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Fetches files from Discord, which are public, by the rules that hold for the songs of vendors. */
record Downloads(AudioFetcher fetcher) {
    /** What a song shall start from; empty when it is there. */
    Optional<ReferenceSource.Outcome> reference(Reference reference, ReferenceRule rule, Path target) {
        return switch (fetcher.fetch(reference.url(), target)) {
            case FetchResult.Fetched _ -> Optional.empty();
            case FetchResult.Unreachable(String detail) -> Optional.of(new ReferenceSource.Outcome.Unreachable(detail));
            case FetchResult.Unfit(String detail) -> Optional.of(new ReferenceSource.Outcome.Gone(detail));
            case FetchResult.NotAudio _ ->
                Optional.of(new ReferenceSource.Outcome.Unfit(List.of(new ReferenceUnreadable(rule.formats()))));
        };
    }

    /** A song that was posted. */
    Download.Result song(URI address, Path target) {
        return switch (fetcher.fetch(address, target)) {
            case FetchResult.Fetched _ -> new Download.Result.Downloaded();
            case FetchResult.Unreachable(String detail) -> new Download.Result.Unreachable(detail);
            case FetchResult.Unfit(String detail) -> new Download.Result.Gone(detail);
            case FetchResult.NotAudio(String detail) -> new Download.Result.Gone(detail);
        };
    }
}
