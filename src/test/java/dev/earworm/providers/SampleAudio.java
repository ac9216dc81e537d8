package dev.earworm.providers;

import java.util.Random;
import okio.Buffer;

/** Bytes that begin like a song. */
public final class SampleAudio {
    private SampleAudio() {}

    /** The same for the same size. */
    public static byte[] mp3(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) 0xfb;
        bytes[2] = (byte) 0x90;
        return bytes;
    }

    public static Buffer body(byte[] bytes) {
        return new Buffer().write(bytes);
    }
}
