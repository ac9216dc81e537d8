package dev.earworm.providers.elevenlabs;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import okio.BufferedSource;
import okio.ByteString;

/**
 * What stands between the parts of an answer, as its first line says: whether the header names it, too, is nowhere
 * documented. Lines may end with CR LF or with LF alone; the vendor's own clients reckon with both.
 *
 * @param line with its two dashes
 * @param lineEnd of this answer
 */
record PartBoundary(String line, LineEnd lineEnd) {
    /** RFC 2046 allows 70 characters and the dashes. */
    private static final int LONGEST = 256;

    private static final ByteString DASHES = ByteString.encodeUtf8("--");
    private static final ByteString NEWLINE_DASHES = ByteString.encodeUtf8("\n--");
    private static final ByteString RETURN_DASHES = ByteString.encodeUtf8("\r\n--");

    enum LineEnd {
        CR_LF,
        LF
    }

    /** Reads the first line, if there are parts at all; no kind of sound begins with two dashes, or a line end. */
    static Optional<PartBoundary> readFrom(BufferedSource source) throws IOException {
        skipLineEnd(source);
        if (!source.rangeEquals(0, DASHES)) {
            return Optional.empty();
        }
        long end = source.indexOf((byte) '\n', 0, LONGEST);
        if (end < 0) {
            throw new EOFException("the answer has no first line");
        }
        String line = source.readUtf8(end + 1);
        return Optional.of(new PartBoundary(line.strip(), line.endsWith("\r\n") ? LineEnd.CR_LF : LineEnd.LF));
    }

    /** Whoever writes parts by rule may set a line end before each boundary, the first included. */
    private static void skipLineEnd(BufferedSource source) throws IOException {
        if (source.rangeEquals(0, RETURN_DASHES)) {
            source.skip(2);
        } else if (source.rangeEquals(0, NEWLINE_DASHES)) {
            source.skip(1);
        }
    }

    /** Whether another part follows this line. */
    boolean opens(String other) {
        return other.stripTrailing().equals(line);
    }

    /** Whether nothing follows this line. */
    boolean closes(String other) {
        return other.stripTrailing().equals(line + "--");
    }

    /** What ends the last part, but for a CR before it. */
    ByteString closing() {
        return ByteString.encodeUtf8("\n" + line + "--");
    }
}
