package dev.earworm.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a member attaches to a command or a message. */
public sealed interface Attached {
    String name();

    long size() throws IOException;

    long writeTo(Path target) throws IOException;

    static Attached file(Path path) {
        return new FromDisk(String.valueOf(path.getFileName()), path);
    }

    static Attached bytes(String name, byte[] content) {
        return new FromMemory(name, content.clone());
    }

    /** A file of this machine. */
    record FromDisk(String name, Path path) implements Attached {
        @Override
        public long size() throws IOException {
            return Files.size(path);
        }

        @Override
        public long writeTo(Path target) throws IOException {
            Files.copy(path, target);
            return Files.size(target);
        }
    }

    /** Bytes under a name. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record FromMemory(String name, byte[] content) implements Attached {
        @Override
        public long size() {
            return content.length;
        }

        @Override
        public long writeTo(Path target) throws IOException {
            Files.write(target, content);
            return content.length;
        }
    }
}
