package dev.earworm.providers.synth.sound;

import java.io.InterruptedIOException;

/** Makes long computations end early when nobody waits for them any more. */
final class Interrupts {
    private Interrupts() {}

    /** Leaves the interrupt in place for those further up. */
    static void check() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while rendering");
        }
    }
}
