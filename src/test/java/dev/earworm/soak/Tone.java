package dev.earworm.soak;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A few seconds of sound: a WAV with one channel of 22,050 Hz and 16 bits. */
final class Tone {
    private static final int RATE = 22_050;
    private static final int HEAD = 44;

    private Tone() {}

    static byte[] wav(int seconds, double hertz) {
        int frames = seconds * RATE;
        ByteBuffer file = ByteBuffer.allocate(HEAD + 2 * frames).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEAD - 8 + 2 * frames);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        file.putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * frames);
        for (int i = 0; i < frames; i++) {
            file.putShort((short) (12_000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        return file.array();
    }
}
