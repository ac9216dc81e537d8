package dev.earworm.providers.elevenlabs;

import dev.earworm.music.StemSeparator.Stem;
import dev.earworm.providers.AudioSignature;
import dev.earworm.providers.StreamedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks an archive of stems. It is not trusted: names decide nothing but the last part of a file's name, what is no
 * sound is left out, and number and size have an end.
 */
final class StemArchive {
    /** Six stems are the most that the vendor makes. */
    private static final int MAX_ENTRIES = 64;

    private final Path folder;
    private final long maxBytes;
    private final List<Stem> stems = new ArrayList<>();
    private long room;

    /**
     * Unpacks into a folder.
     *
     * @param folder exists
     * @param maxBytes of all stems together
     */
    StemArchive(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.room = maxBytes;
    }

    /** What was in the archive. */
    sealed interface Contents {
        /**
         * There were some.
         *
         * @param stems not empty, in the archive's order
         */
        record Stems(List<Stem> stems) implements Contents {}

        record Unfit(String detail) implements Contents {}
    }

    /** @throws java.io.UncheckedIOException when the disk breaks */
    Contents unpack(Path archive) {
        try {
            return ArchiveEnd.hasLongList(archive)
                    ? new Contents.Unfit("the archive lists more than stems")
                    : unpackListed(archive);
        } catch (IOException e) {
            return new Contents.Unfit("the archive is damaged: " + e.getMessage());
        }
    }

    private Contents unpackListed(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            if (zip.size() > MAX_ENTRIES) {
                return new Contents.Unfit("the archive has " + zip.size() + " entries");
            }
            for (ZipEntry entry : zip.stream().toList()) {
                unpack(zip, entry);
                if (room < 0) {
                    return new Contents.Unfit("the archive holds more than " + maxBytes + " bytes");
                }
            }
        }
        return stems.isEmpty()
                ? new Contents.Unfit("the archive holds no sound")
                : new Contents.Stems(List.copyOf(stems));
    }

    /** The size that an entry claims is as little trusted as its name. */
    private void unpack(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] head = content.readNBytes(AudioSignature.LENGTH);
            Optional<SoundType> type = SoundType.of(head);
            if (type.isEmpty()) {
                return;
            }
            String name = unused(name(entry));
            Path file = folder.resolve(name + "." + type.get().extension());
            room -= StreamedFile.save(new SequenceInputStream(new ByteArrayInputStream(head), content), file, room);
            stems.add(new Stem(name, file));
        }
    }

    /** {@code stems/Vocals.mp3} becomes {@code vocals}. */
    private static String name(ZipEntry entry) {
        String last = entry.getName().replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.[^.]*$", "");
        String plain =
                last.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "stem" : plain.substring(0, Math.min(40, plain.length()));
    }

    private String unused(String name) {
        String candidate = name;
        for (int number = 2; isUsed(candidate); number++) {
            candidate = name + "-" + number;
        }
        return candidate;
    }

    private boolean isUsed(String name) {
        return stems.stream().anyMatch(stem -> stem.name().equals(name));
    }
}
