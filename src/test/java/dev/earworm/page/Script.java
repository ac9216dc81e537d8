package dev.earworm.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** JavaScript that tests run in the page: the body of a function, in a file of its own. */
final class Script {
    private Script() {}

    static String named(String name) {
        try (InputStream file = Script.class.getResourceAsStream("/page/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
