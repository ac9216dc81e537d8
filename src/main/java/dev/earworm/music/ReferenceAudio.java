package dev.earworm.music;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A sound to start from that has been fetched and found to fit the model's {@link ReferenceRule}.
 *
 * @param url a vendor may fetch it here, for about a day
 * @param file the same, on our disk
 * @param format as its bytes say
 * @param length as measured
 */
public record ReferenceAudio(URI url, Path file, AudioFormat format, Duration length) {}
