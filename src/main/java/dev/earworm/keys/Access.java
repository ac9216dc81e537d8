package dev.earworm.keys;

import dev.earworm.music.MusicProvider;

/** What there is of an account to make songs with. */
public sealed interface Access {
    record Granted(MusicProvider provider) implements Access {}

    /** A guild's key that cannot be read now; it can again once the operator has set up what it was sealed with. */
    record Locked() implements Access {}

    /** There is no such account any more. */
    record Gone() implements Access {}
}
