package dev.earworm.music;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a provider did not make the song. The kind decides retry, money and words; {@link #detail()} is for the
 * operator's log alone, since a vendor's text may be in any language and name things that members need not know.
 */
public sealed interface ProviderFailure {
    /** For the operator: the vendor's status and message, without secrets. */
    String detail();

    /** The vendor found the request malformed. Not retried; our fault. */
    record BadRequest(String detail) implements ProviderFailure {}

    /**
     * The vendor will not make this song. Not retried, not sent to another vendor.
     *
     * @param suggestion what the vendor would take
     */
    record ContentRefused(String detail, Optional<Suggestion> suggestion) implements ProviderFailure {}

    /**
     * Not now. Nothing was accepted; retried.
     *
     * @param retryAfter as the vendor says
     * @param concurrentSongs how many the account may have at once, where the answer tells
     */
    record RateLimited(String detail, Optional<Duration> retryAfter, OptionalInt concurrentSongs)
            implements ProviderFailure {}

    /** The vendor is down or unreachable, and surely accepted nothing. Retried. */
    record Unavailable(String detail) implements ProviderFailure {}

    /** The account is empty, or its plan does not include music. Not retried; the operator must know. */
    record OutOfCredit(String detail) implements ProviderFailure {}

    /** The key is wrong or lacks a permission. Not retried; the operator must know. */
    record Unauthorised(String detail) implements ProviderFailure {}

    /** The request may have been accepted and charged; its reply was lost. */
    record OutcomeUnknown(String detail) implements ProviderFailure {}

    /** The vendor accepted the song and then failed to make it. Not retried: it may have been charged. */
    record Internal(String detail) implements ProviderFailure {}
}
