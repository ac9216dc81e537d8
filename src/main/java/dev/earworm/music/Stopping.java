package dev.earworm.music;

/** What came of asking a vendor to stop making a song. */
public sealed interface Stopping {
    /** It will not be made. */
    record Stopped() implements Stopping {}

    /** This vendor has no way to stop one. */
    record CannotStop() implements Stopping {}

    record NotStopped(ProviderFailure failure) implements Stopping {}
}
