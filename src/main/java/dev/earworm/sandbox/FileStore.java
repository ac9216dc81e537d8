package dev.earworm.sandbox;

import dev.earworm.sandbox.http.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Keeps uploaded files on disk, under their id, and knows them again by it. */
final class FileStore {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("wav", "audio/x-wav"),
            Map.entry("flac", "audio/flac"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("aac", "audio/aac"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("mid", "audio/midi"));

    private final Path directory;
    private final boolean isOwn;
    private final Supplier<String> baseUrl;
    private final AttachmentAddresses addresses;
    private final Map<Long, SandboxFile> files = new ConcurrentHashMap<>();

    private FileStore(Path directory, boolean isOwn, Supplier<String> baseUrl, AttachmentAddresses addresses) {
        this.directory = directory;
        this.isOwn = isOwn;
        this.baseUrl = baseUrl;
        this.addresses = addresses;
    }

    static FileStore open(Optional<Path> wanted, Supplier<String> baseUrl, InstantSource clock) {
        try {
            Path directory = wanted.isPresent()
                    ? Files.createDirectories(wanted.get())
                    : Files.createTempDirectory("earworm-sandbox-");
            return new FileStore(directory.toAbsolutePath(), wanted.isEmpty(), baseUrl, new AttachmentAddresses(clock));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return directory;
    }

    /** The file at this path, if its address is signed and has not expired. */
    Optional<SandboxFile> find(long id, String path, String query) {
        return Optional.ofNullable(files.get(id)).filter(_ -> addresses.isValid(path, query));
    }

    /** The file, whatever its address says. */
    Optional<SandboxFile> find(long id) {
        return Optional.ofNullable(files.get(id));
    }

    /** Where a file can be fetched for another day. */
    String freshAddress(SandboxFile file) {
        return addresses.signed(file.url());
    }

    /** Takes over a file that came with a request. */
    SandboxFile keep(long id, SandboxChannel channel, String name, Upload upload, Optional<SandboxFile.Voice> voice) {
        Path path = directory.resolve(Json.id(id));
        try {
            Files.move(upload.path(), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return add(id, channel, name, upload.contentType(), path, upload.size(), voice);
    }

    /** Copies a file that a member attaches. */
    SandboxFile copy(long id, SandboxChannel channel, Attached attached) {
        Path path = directory.resolve(Json.id(id));
        try {
            long size = attached.writeTo(path);
            return add(id, channel, attached.name(), "", path, size, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SandboxFile add(
            long id,
            SandboxChannel channel,
            String name,
            String saidType,
            Path path,
            long size,
            Optional<SandboxFile.Voice> voice) {
        String safeName = safeName(name);
        String url = addresses.signed(
                "%s/attachments/%s/%s/%s".formatted(baseUrl.get(), Json.id(channel.id()), Json.id(id), safeName));
        SandboxFile file =
                new SandboxFile(id, safeName, type(safeName, saidType), size, path, url, Optional.empty(), voice);
        files.put(id, file);
        return file;
    }

    /** Removes the files, if the directory was not given from outside. */
    void close() {
        if (!isOwn || Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Discord turns spaces into underscores and drops what is not a plain letter, digit, dot, dash or underscore. */
    static String safeName(String name) {
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replace(' ', '_')
                .replaceAll("[^A-Za-z0-9._-]", "");
        boolean isEmpty = plain.isEmpty() || plain.startsWith(".");
        return isEmpty ? "unknown" + plain : plain;
    }

    private static String type(String name, String said) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String fallback = said.isEmpty() ? "application/octet-stream" : said;
        return TYPES.getOrDefault(ending, fallback);
    }
}
