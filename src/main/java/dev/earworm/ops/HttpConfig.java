package dev.earworm.ops;

/**
 * Where operators ask whether the program is well.
 *
 * @param port TCP port on every address of the machine; 0 for any free one
 */
public record HttpConfig(int port) {
    public HttpConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("no such port: " + port);
        }
    }
}
