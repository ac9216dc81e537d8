package dev.earworm.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A place on this machine; it is looked at, never made. */
enum PathFormat implements ValueFormat<Path> {
    /** A folder, which need not be there yet. */
    FOLDER {
        @Override
        Parsed<Path> check(Path path) {
            return Files.exists(path) && !Files.isDirectory(path)
                    ? new Refused<>("a folder is needed, and this is a file")
                    : new Accepted<>(path);
        }
    },
    /** A file that is there. */
    FILE {
        @Override
        Parsed<Path> check(Path path) {
            return Files.isRegularFile(path) && Files.isReadable(path)
                    ? new Accepted<>(path)
                    : new Refused<>("there is no such file that can be read");
        }
    };

    abstract Parsed<Path> check(Path path);

    @Override
    public Parsed<Path> parse(String text) {
        try {
            return check(Path.of(text));
        } catch (InvalidPathException e) {
            return new Refused<>("that is no path");
        }
    }
}
