package dev.earworm.providers.elevenlabs;

import dev.earworm.music.AudioFormat;
import java.time.Duration;
import java.util.List;

/**
 * Decides in which {@code output_format} a song is asked for: the best that the vendor makes of the member's kind and
 * that can be posted as it is, since a second encoding takes time and quality
 * (https://elevenlabs.io/docs/api-reference/music/compose-detailed).
 *
 * <p>A song for FLAC or WAV comes as the vendor thinks best. Its own lossless kinds, {@code pcm_…}, are bare samples that
 * no program recognises, do not say how many channels they have, and elsewhere belong to the dearer plans. Of Opus,
 * {@code opus_48000_192} is left out: nobody hears the difference, and 192 kbit/s is elsewhere tied to a plan.
 */
final class OutputFormatPolicy {
    /** Lets the vendor choose: 128 kbit/s for the first model, 192 for the others. */
    static final String AUTO = "auto";

    private static final int AUTO_KILOBITS_V1 = 128;
    private static final int AUTO_KILOBITS_V2 = 192;

    private static final List<Step> MP3 = List.of(
            new Step("mp3_48000_128", 128),
            new Step("mp3_44100_96", 96),
            new Step("mp3_44100_64", 64),
            new Step("mp3_24000_48", 48),
            new Step("mp3_22050_32", 32));

    private static final List<Step> OPUS = List.of(
            new Step("opus_48000_128", 128),
            new Step("opus_48000_96", 96),
            new Step("opus_48000_64", 64),
            new Step("opus_48000_32", 32));

    /** Frames, pages, and a song that comes out some milliseconds longer than it was asked for. */
    private static final double HEADROOM = 1.03;

    /** Tags that are written into the file later. */
    private static final int TAG_BYTES = 16 * 1024;

    private OutputFormatPolicy() {}

    /**
     * The value of {@code output_format}.
     *
     * @param sizeLimit of the file, in bytes; where nothing fits, the best is asked for and made to fit afterwards
     */
    static String of(PlanShape shape, AudioFormat wanted, Duration length, long sizeLimit) {
        return switch (wanted) {
            case MP3 -> fits(automatic(shape), length, sizeLimit) ? AUTO : best(MP3, length, sizeLimit);
            case OGG -> best(OPUS, length, sizeLimit);
            case FLAC, WAV -> AUTO;
        };
    }

    private static int automatic(PlanShape shape) {
        return switch (shape) {
            case SECTIONS -> AUTO_KILOBITS_V1;
            case CHUNKS -> AUTO_KILOBITS_V2;
        };
    }

    private static String best(List<Step> steps, Duration length, long sizeLimit) {
        return steps.stream()
                .filter(step -> fits(step.kilobits(), length, sizeLimit))
                .findFirst()
                .map(Step::name)
                .orElse(AUTO);
    }

    /** One kilobit a second is one bit a millisecond. */
    private static boolean fits(int kilobits, Duration length, long sizeLimit) {
        return (double) length.toMillis() * kilobits / Byte.SIZE * HEADROOM + TAG_BYTES <= sizeLimit;
    }

    private record Step(String name, int kilobits) {}
}
