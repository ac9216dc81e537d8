package dev.earworm.music;

import java.util.Optional;

/**
 * A song as its provider gets it: what the member asked for, and what only the job knows.
 *
 * @param id the vendor's idempotency key or correlation id, where it has one; the same however often it is submitted
 * @param sizeLimit in bytes: a file that fits needs no second encoding; longer ones are made to fit afterwards
 * @param reference there if and only if the request names one
 */
public record Commission(JobId id, SongRequest request, long sizeLimit, Optional<ReferenceAudio> reference) {
    public Commission {
        if (reference.isPresent() != request.reference().isPresent()) {
            throw new IllegalArgumentException("song " + id + " and its commission disagree about a reference");
        }
    }

    /** A song without a reference, of whatever size. */
    public static Commission of(JobId id, SongRequest request) {
        return new Commission(id, request, Long.MAX_VALUE, Optional.empty());
    }
}
