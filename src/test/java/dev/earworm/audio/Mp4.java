package dev.earworm.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** MP4 files that claim more than they hold (ISO 14496-12); a few bytes say how many packets there are, and how long. */
final class Mp4 {
    private static final byte[] SOME_SOUND = new byte[4000];

    private Mp4() {}

    /**
     * A file of AAC sound, as its header has it.
     *
     * @param tracks how many
     * @param packets of each, of one byte
     * @param delta how long each packet sounds, in parts of a second
     * @param timescale how many parts a second has
     */
    static byte[] claiming(int tracks, int packets, int delta, int timescale) {
        byte[] trackBoxes = joined(IntStream.rangeClosed(1, tracks)
                .mapToObj(number -> track(number, packets, delta, timescale))
                .toArray(byte[][]::new));
        return joined(
                box("ftyp", text("M4A \0\0\0\0isom")),
                box("moov", full("mvhd", numbers(0, 0, 1000, 0), new byte[80]), trackBoxes),
                box("mdat", SOME_SOUND));
    }

    private static byte[] track(int number, int packets, int delta, int timescale) {
        byte[] table = box(
                "stbl",
                full(
                        "stsd",
                        numbers(1),
                        box("mp4a", new byte[6], shorts(1), new byte[8], shorts(2, 16, 0, 0), numbers(44_100 << 16))),
                full("stts", numbers(1, packets, delta)),
                full("stsc", numbers(1, 1, packets, 1)),
                full("stsz", numbers(1, packets)),
                full("stco", numbers(1, 0)));
        byte[] media = box(
                "mdia",
                full("mdhd", numbers(0, 0, timescale, 0), shorts(0x55c4, 0)),
                full("hdlr", new byte[4], text("soun"), new byte[13]),
                box("minf", full("smhd", new byte[4]), box("dinf", full("dref", numbers(1), full("url "))), table));
        return box("trak", full("tkhd", numbers(0, 0, number, 0, 0), new byte[60]), media);
    }

    private static byte[] box(String type, byte[]... contents) {
        byte[] content = joined(contents);
        return joined(numbers(Integer.BYTES + type.length() + content.length), text(type), content);
    }

    /** A box with a version and flags, both zero. */
    private static byte[] full(String type, byte[]... contents) {
        return box(type, numbers(0), joined(contents));
    }

    private static byte[] numbers(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
