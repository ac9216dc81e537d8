package dev.earworm.providers.elevenlabs;

import dev.earworm.providers.elevenlabs.PartBoundary.LineEnd;
import java.io.EOFException;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.Source;
import okio.Timeout;

/**
 * The bytes of an answer's last part, without the boundary that closes it.
 *
 * <p>Sound may hold any bytes, line ends and dashes too, so the boundary is looked for from the end. Nobody knows the end
 * before it has come: a little more than a boundary is held back all the time, and never more.
 */
final class LastPart implements Source {
    /** Room for the closing boundary, and for what little may stand behind it. */
    private static final int HELD_BACK = 1024;

    private final BufferedSource source;
    private final PartBoundary boundary;
    private long left = -1;

    LastPart(BufferedSource source, PartBoundary boundary) {
        this.source = source;
        this.boundary = boundary;
    }

    /** @throws EOFException when the answer ends without the boundary: it is not whole */
    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        if (left < 0 && source.request(HELD_BACK + 1)) {
            return source.read(sink, Math.min(byteCount, source.getBuffer().size() - HELD_BACK));
        }
        if (left < 0) {
            left = end(source.peek().readByteString());
        }
        if (left == 0) {
            return -1;
        }
        long read = source.read(sink, Math.min(byteCount, left));
        left -= read;
        return read;
    }

    private long end(ByteString rest) throws EOFException {
        int closing = rest.lastIndexOf(boundary.closing());
        if (closing < 0) {
            throw new EOFException("the answer ends without its closing boundary");
        }
        boolean afterReturn = closing > 0 && rest.getByte(closing - 1) == '\r';
        return boundary.lineEnd() == LineEnd.CR_LF && afterReturn ? closing - 1 : closing;
    }

    @Override
    public Timeout timeout() {
        return source.timeout();
    }

    /** Whoever opened the answer closes it. */
    @Override
    public void close() {}
}
