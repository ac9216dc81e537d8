package dev.earworm.music;

import java.util.Optional;

/** What came of a song whose audio was asked for. */
public sealed interface Composition {
    /**
     * The whole audio is in the target file.
     *
     * @param title the vendor's, where it gives one
     */
    record Composed(Optional<String> title) implements Composition {}

    record NotComposed(ProviderFailure failure) implements Composition {}
}
