package dev.earworm.music;

/** What came of a song whose audio was asked for. */
public sealed interface Composition {
    /** The whole audio is in the target file. */
    record Composed(TrackDetails details) implements Composition {}

    record NotComposed(ProviderFailure failure) implements Composition {}
}
