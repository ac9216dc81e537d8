package dev.earworm.library;

import dev.earworm.jobs.PostedAt;

/** What came of sending a song again. */
public sealed interface Resent {
    /** It is there. */
    record Posted(PostedAt at) implements Resent {}

    /** Its audio is nowhere any more. */
    record Gone(String detail) implements Resent {}

    /** It does not fit there, however it is packed. */
    record TooLarge() implements Resent {}

    /** The place takes nothing from the bot. */
    record Closed(String detail) implements Resent {}

    /** Discord is not well; to be tried again. */
    record Unreachable(String detail) implements Resent {}

    /** Somebody wished the same a moment ago, and it is being done. */
    record AlreadyUnderWay() implements Resent {}
}
