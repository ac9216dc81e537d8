package dev.earworm.providers;

/** What came of fetching finished audio. */
public sealed interface FetchResult {
    /** The file holds all of it. */
    record Fetched(long bytes) implements FetchResult {}

    /** It did not come, or not whole, and may another time. */
    record Unreachable(String detail) implements FetchResult {}

    /** It never will: the URL may not be asked, or is gone. */
    record Unfit(String detail) implements FetchResult {}

    /** Something else came, or more than a song has. */
    record NotAudio(String detail) implements FetchResult {}
}
