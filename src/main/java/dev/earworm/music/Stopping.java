package dev.earworm.music;

/** What came of asking a vendor to stop making a song. */
public sealed interface Stopping {
    /** It will not be made. */
    record Stopped() implements Stopping {}

    /** It is too late, or the vendor could not be asked: the song goes on. */
    record NotStopped(ProviderFailure failure) implements Stopping {}
}
