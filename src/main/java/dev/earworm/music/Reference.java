package dev.earworm.music;

import java.net.URI;

/**
 * A sound that a member attached for the model to start from.
 *
 * @param url where Discord keeps it; it expires after about a day
 * @param size in bytes
 * @param contentType as the member's client claims it; not trusted
 */
public record Reference(URI url, String fileName, long size, String contentType) {}
