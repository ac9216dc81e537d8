package dev.earworm.providers;

/** What came of following a link that a fresh one may replace. */
public sealed interface LinkResult {
    /** As with any other address. */
    record Followed(FetchResult result) implements LinkResult {}

    /**
     * The address will not give it: a signed link that has expired, above all.
     *
     * @param status of HTTP
     */
    record Refused(int status, String detail) implements LinkResult {}
}
