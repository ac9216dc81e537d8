package dev.earworm.config;

import dev.earworm.storage.SealingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with keys in it; what is wrong in it is said without quoting it. */
record SealingFileFormat() implements ValueFormat<SealingConfig> {
    @Override
    public Parsed<SealingConfig> parse(String text) {
        return switch (PathFormat.FILE.parse(text)) {
            case Accepted<Path>(Path file) -> read(file);
            case Refused<Path>(String reason) -> new Refused<>(reason);
        };
    }

    private static Parsed<SealingConfig> read(Path file) {
        try {
            return new SealingKeysFormat().parse(Files.readString(file));
        } catch (IOException e) {
            return new Refused<>("it cannot be read as text");
        }
    }
}
