package dev.earworm.storage;

import java.util.Optional;

/**
 * Which database. Printing it shows no password.
 *
 * @param url {@code jdbc:sqlite:} and the path of a file, or {@code jdbc:postgresql:} and where a server is
 * @param user whom a server knows; without one, whoever runs the program
 */
public record DatabaseConfig(String url, Optional<String> user, Optional<String> password) {
    static final String SQLITE = "jdbc:sqlite:";

    public DatabaseConfig(String url) {
        this(url, Optional.empty(), Optional.empty());
    }

    public DatabaseConfig withUser(Optional<String> named) {
        return new DatabaseConfig(url, named, password);
    }

    public DatabaseConfig withPassword(Optional<String> secret) {
        return new DatabaseConfig(url, user, secret);
    }

    /** Whether it is a server's, which also serves others; else it is a file. */
    public boolean isServer() {
        return !url.startsWith(SQLITE);
    }

    /** Where it is, without the parameters of a server's address, of which some are secret. */
    public String place() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public String toString() {
        return "DatabaseConfig[" + place() + "]";
    }
}
