package dev.earworm.chaos;

import static dev.earworm.chaos.VendorFault.Call.DOWNLOAD;
import static dev.earworm.chaos.VendorFault.Call.LOOK_UP;
import static dev.earworm.chaos.VendorFault.Call.POLL;
import static dev.earworm.chaos.VendorFault.Call.SUBMIT;

import java.util.Set;

/** Something that goes wrong at a vendor, or on the way there and back. */
public enum VendorFault {
    /** 429 without a word of how long. */
    BUSY(SUBMIT, POLL),
    /** 429 with Retry-After. */
    BUSY_FOR_A_SECOND(SUBMIT, POLL, LOOK_UP),
    /** 503: nothing was taken. */
    DOWN(SUBMIT, POLL, LOOK_UP, DOWNLOAD),
    /** 500, and nothing was taken. */
    BROKEN(SUBMIT, POLL, LOOK_UP, DOWNLOAD),
    /** 500, though the song was taken. */
    BROKEN_AFTERWARDS(SUBMIT),
    /** 502 with a page of HTML, from a gateway in between. */
    GATEWAY_PAGE(SUBMIT, POLL, LOOK_UP, DOWNLOAD),
    /** The connection breaks before the vendor looks at the request. */
    RESET(SUBMIT, POLL, LOOK_UP, DOWNLOAD),
    /** The song was taken, and the connection breaks before the vendor can say so. */
    LOST_REPLY(SUBMIT),
    /** Not a byte comes back, and nothing was taken. */
    STALL(SUBMIT, POLL, DOWNLOAD),
    /** Not a byte comes back, though the song was taken. */
    STALL_AFTERWARDS(SUBMIT),
    /** 200 with a page of HTML; a song was taken. */
    GARBAGE(SUBMIT, POLL, LOOK_UP, DOWNLOAD),
    OUT_OF_CREDIT(SUBMIT),
    UNAUTHORISED(SUBMIT, POLL),
    CONTENT_REFUSED(SUBMIT),
    /** The song is taken, and fails when it is asked after. */
    SONG_FAILS(SUBMIT),
    /** The sound comes a few bytes at a time. */
    TRICKLE(DOWNLOAD),
    /** The connection breaks in the middle of the sound. */
    BREAKS_OFF(DOWNLOAD),
    /** The sound ends in the middle, and the vendor thinks that it is all. */
    TRUNCATED(DOWNLOAD),
    /** 403, as signed addresses expire. */
    EXPIRED(DOWNLOAD);

    /** What the program wants of a vendor. */
    public enum Call {
        SUBMIT,
        POLL,
        LOOK_UP,
        DOWNLOAD
    }

    private final Set<Call> calls;

    VendorFault(Call... calls) {
        this.calls = Set.of(calls);
    }

    public boolean happensTo(Call call) {
        return calls.contains(call);
    }
}
