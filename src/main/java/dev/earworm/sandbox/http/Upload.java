package dev.earworm.sandbox.http;

import java.nio.file.Path;

/**
 * A file that came with a request, already on disk.
 *
 * @param index the {@code n} of {@code files[n]}, which pairs it with {@code attachments[].id}
 * @param contentType as the sender named it; may be empty
 * @param size in bytes
 */
public record Upload(long index, String name, String contentType, Path path, long size) {}
