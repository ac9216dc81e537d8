package dev.earworm.ops;

/** The port for operators cannot be opened; the message is one sentence for them. */
public final class PortUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    PortUnavailableException(HttpConfig http, Throwable cause) {
        super(
                "Port " + http.port()
                        + http.address().map(address -> " of " + address).orElse("")
                        + " cannot be opened: another program has it, or it needs more rights;"
                        + " set http.port (HTTP_PORT) to another one, or to 0 for any that is free.",
                cause);
    }
}
