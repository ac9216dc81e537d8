package dev.earworm.audio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides how a song is made small enough to post: left alone if it can be, else at the best bit rate that fits, else as
 * Opus, which sounds better at the lowest rates. Sound is never blown up beyond what the source holds.
 */
public final class FitPolicy {
    private static final List<Encoding.Lossy> MP3 = Stream.of(320, 256, 192, 160, 128, 96, 64, 48, 32)
            .map(kilobits -> new Encoding.Lossy(AudioKind.MP3, kilobits, kilobits <= 48 ? 1 : 2))
            .toList();
    private static final List<Encoding.Lossy> OPUS = Stream.of(160, 128, 96, 64, 48, 32, 24)
            .map(kilobits -> new Encoding.Lossy(AudioKind.OPUS, kilobits, kilobits <= 24 ? 1 : 2))
            .toList();

    /** Container and tags; {@link Tags} bounds its values so that they stay below. */
    private static final long FIXED_BYTES = 8 * 1024;
    /** Page and frame headers that grow with the song. */
    private static final double OVERHEAD = 1.015;
    /** Music rarely packs to less; above this a FLAC is not even tried. */
    private static final double BEST_FLAC = 0.3;

    private static final int LOWEST_KILOBITS = OPUS.getLast().kilobits();

    /**
     * The ways to make a source fit, best first.
     *
     * @param bytes the source's size now
     * @param limitBytes what the result may weigh at most, tags included
     */
    public FitPlan plan(AudioInfo source, long bytes, AudioKind wanted, long limitBytes) {
        List<Encoding> encodings = new ArrayList<>();
        if (source.kind().filter(wanted::equals).isPresent() && bytes + FIXED_BYTES <= limitBytes) {
            encodings.add(new Encoding.Copy(wanted));
        }
        if (wanted.isLossless() && losslessBytes(source, wanted) <= limitBytes) {
            encodings.add(new Encoding.Lossless(wanted));
        }
        if (wanted != AudioKind.OPUS) {
            encodings.addAll(fitting(MP3, source, limitBytes));
        }
        encodings.addAll(fitting(OPUS, source, limitBytes));
        return encodings.isEmpty() ? cannotFit(source, limitBytes) : new FitPlan.Attempts(encodings);
    }

    /** The answer when nothing fits, or when every attempt came out too large. */
    static CannotFit cannotFit(AudioInfo source, long limitBytes) {
        double seconds = Math.max(0, limitBytes - FIXED_BYTES) / OVERHEAD / bytesPerSecond(LOWEST_KILOBITS);
        return new CannotFit(source.duration(), limitBytes, Duration.ofSeconds((long) seconds));
    }

    private static List<Encoding.Lossy> fitting(List<Encoding.Lossy> steps, AudioInfo source, long limitBytes) {
        return steps.stream()
                .filter(step -> lossyBytes(source, step) <= limitBytes)
                .filter(step -> source.isLossless() || step.kilobits() <= worthKeeping(steps, source))
                .toList();
    }

    /** The lowest step that still holds all that a lossy source has; its top step if even that is below the source. */
    private static int worthKeeping(List<Encoding.Lossy> steps, AudioInfo source) {
        return steps.stream()
                .mapToInt(Encoding.Lossy::kilobits)
                .filter(kilobits -> kilobits * 1000L >= source.bitRate())
                .min()
                .orElse(steps.getFirst().kilobits());
    }

    private static double lossyBytes(AudioInfo source, Encoding.Lossy step) {
        return seconds(source) * bytesPerSecond(step.kilobits()) * OVERHEAD + FIXED_BYTES;
    }

    private static double losslessBytes(AudioInfo source, AudioKind kind) {
        double pcm = seconds(source) * source.sampleRate() * source.channels() * Short.BYTES;
        return (kind == AudioKind.FLAC ? pcm * BEST_FLAC : pcm) + FIXED_BYTES;
    }

    private static double seconds(AudioInfo source) {
        return source.duration().toMillis() / 1000.0;
    }

    private static int bytesPerSecond(int kilobits) {
        return kilobits * 1000 / Byte.SIZE;
    }
}
