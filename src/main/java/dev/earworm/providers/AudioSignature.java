package dev.earworm.providers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of audio that a vendor may send, told by their first bytes: content types are not to be trusted. */
public enum AudioSignature {
    MP3,
    AAC,
    WAV,
    OGG,
    FLAC,
    MP4;

    /** How many bytes are enough to tell. */
    public static final int LENGTH = 12;

    private static final int MPEG_SYNC = 0xffe0;
    private static final int ADTS_SYNC = 0xfff0;

    /** Empty for everything else, a page or a JSON text above all. */
    public static Optional<AudioSignature> of(byte[] head) {
        if (head.length < LENGTH) {
            return Optional.empty();
        }
        if (says(head, 0, "RIFF") && says(head, 8, "WAVE")) {
            return Optional.of(WAV);
        }
        if (says(head, 0, "OggS")) {
            return Optional.of(OGG);
        }
        if (says(head, 0, "fLaC")) {
            return Optional.of(FLAC);
        }
        if (says(head, 4, "ftyp")) {
            return Optional.of(MP4);
        }
        if (says(head, 0, "ID3") || isMpegFrame(head)) {
            return Optional.of(MP3);
        }
        return isAdtsFrame(head) ? Optional.of(AAC) : Optional.empty();
    }

    private static boolean says(byte[] head, int offset, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(head, offset, offset + expected.length, expected, 0, expected.length);
    }

    /** MPEG layer II or III, with no field that the standard reserves (ISO 11172-3, 2.4.2.3). */
    private static boolean isMpegFrame(byte[] head) {
        int first = first16(head);
        boolean sync = (first & MPEG_SYNC) == MPEG_SYNC;
        boolean version = (first >> 3 & 3) != 1;
        int layer = first >> 1 & 3;
        boolean bitRate = (head[2] >> 4 & 0xf) != 0xf;
        boolean sampleRate = (head[2] >> 2 & 3) != 3;
        return sync && version && (layer == 1 || layer == 2) && bitRate && sampleRate;
    }

    /** AAC in ADTS frames: twelve bits of sync, layer 0, a known sample rate (ISO 13818-7, 6.2). */
    private static boolean isAdtsFrame(byte[] head) {
        int first = first16(head);
        boolean sync = (first & ADTS_SYNC) == ADTS_SYNC;
        boolean layer = (first >> 1 & 3) == 0;
        boolean sampleRate = (head[2] >> 2 & 0xf) < 13;
        return sync && layer && sampleRate;
    }

    private static int first16(byte[] head) {
        return ((head[0] & 0xff) << 8) | (head[1] & 0xff);
    }
}
