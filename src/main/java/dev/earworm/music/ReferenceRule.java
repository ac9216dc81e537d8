package dev.earworm.music;

import java.time.Duration;
import java.util.Set;

/**
 * Which sounds a model starts from.
 *
 * @param minimum of its length
 * @param maximum of its length
 * @param maxBytes of the file
 * @param formats that the vendor reads
 */
public record ReferenceRule(Duration minimum, Duration maximum, long maxBytes, Set<AudioFormat> formats) {
    public ReferenceRule {
        formats = Set.copyOf(formats);
    }
}
