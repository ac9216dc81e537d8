package dev.earworm.jobs;

import java.time.Duration;

/** What came of posting something for a member. */
public sealed interface Publication {
    /** It is there. */
    record Published(PostedAt at) implements Publication {}

    /** Its member has it as an answer to the command, from which the bot cannot fetch it again. */
    record Answered(PostedAt at) implements Publication {}

    /**
     * The file is larger than this place takes.
     *
     * @param limit the largest that is known to be allowed, in bytes
     */
    record TooLarge(long limit) implements Publication {}

    /** Discord is not well; to be tried again. */
    record TryLater(Duration delay, String detail) implements Publication {}

    /** No way is left: every rung of the ladder was tried. */
    record Undeliverable(String detail) implements Publication {}
}
