package dev.earworm.sandbox;

/** The sandbox cannot listen where it was told to; the message is one sentence for whoever told it. */
public final class AddressUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    AddressUnavailableException(String address, int port, Throwable cause) {
        super(
                "Port " + port + " of " + address
                        + " cannot be opened: another program has it, this machine has no such address, or it needs more"
                        + " rights.",
                cause);
    }
}
