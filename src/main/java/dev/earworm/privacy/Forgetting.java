package dev.earworm.privacy;

/** What came of the wish to be forgotten. */
public sealed interface Forgetting {
    /**
     * Nothing about the person is stored any more, but what counts against a quota yet, and what admins decided.
     *
     * @param songs that were forgotten
     * @param songsStillPosted of which messages are left, because the bot does not reach them
     */
    record Forgotten(int songs, int songsStillPosted) implements Forgetting {}

    /** Songs are being made that cannot be called back; nothing was forgotten. */
    record SongsInTheWorks(int count) implements Forgetting {}

    /** Discord is not well, so messages could not be deleted; nothing was forgotten. */
    record TryLater() implements Forgetting {}
}
