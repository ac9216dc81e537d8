package dev.earworm.jobs;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A song that is ready to be posted.
 *
 * @param file fits the destination's limit
 * @param fileName safe to show and to store, with its extension
 * @param title one line of the member's or the provider's words, not escaped
 * @param length as measured
 * @param size in bytes
 */
public record FinishedTrack(Path file, String fileName, String title, Duration length, long size) {}
