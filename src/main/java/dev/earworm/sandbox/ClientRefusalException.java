package dev.earworm.sandbox;

/** A member tried what Discord's own client would not let them do: nothing was sent to the bot. */
public final class ClientRefusalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClientRefusalException(String message) {
        super(message);
    }
}
