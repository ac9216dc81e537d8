package dev.earworm.audio;

/** One way to write a sound file. */
public sealed interface Encoding {
    AudioKind kind();

    /** The sound stays as it is, bit for bit; only the tags are written anew. The source must be of this kind. */
    record Copy(AudioKind kind) implements Encoding {}

    /** {@link AudioKind#WAV} at 16 bits, or {@link AudioKind#FLAC}. */
    record Lossless(AudioKind kind) implements Encoding {
        public Lossless {
            if (!kind.isLossless()) {
                throw new IllegalArgumentException(kind + " loses sound");
            }
        }
    }

    /**
     * {@link AudioKind#MP3} at a constant bit rate, or {@link AudioKind#OPUS} near one.
     *
     * @param kilobits per second: 32 to 320 for MP3, 24 to 320 for Opus
     * @param channels at most so many: 1 mixes down to mono, 2 leaves mono and stereo alone
     */
    record Lossy(AudioKind kind, int kilobits, int channels) implements Encoding {
        public Lossy {
            if (kind.isLossless()) {
                throw new IllegalArgumentException(kind + " has no bit rate to choose");
            }
            if (kilobits < 24 || kilobits > 320) {
                throw new IllegalArgumentException("bit rate of " + kilobits + " kbit/s, wanted 24 to 320");
            }
            if (channels != 1 && channels != 2) {
                throw new IllegalArgumentException(channels + " channels, wanted 1 or 2");
            }
        }
    }

    /** The usual way to write a kind: stereo stays stereo, and the bit rate counts only where there is one. */
    static Encoding of(AudioKind kind, int kilobits) {
        return kind.isLossless() ? new Lossless(kind) : new Lossy(kind, kilobits, 2);
    }
}
