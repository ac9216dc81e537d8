package dev.earworm.providers.aimlapi;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.Source;
import okio.Timeout;

/**
 * The bytes that are written in hexadecimal digits from here to the next quotation mark, which is the last thing that is
 * taken from the text. Holds no more than it is asked for, however long they are.
 */
final class HexSource implements Source {
    private static final int QUOTE = '"';

    private final BufferedSource text;
    private boolean ended;

    HexSource(BufferedSource text) {
        this.text = text;
    }

    /** What is written there is not hexadecimal; the text itself is whole. */
    static final class NotHexException extends IOException {
        private static final long serialVersionUID = 1;

        NotHexException() {
            super("not a hexadecimal digit");
        }
    }

    /**
     * Reads on.
     *
     * @throws NotHexException at the first character that is none, and when half a byte is missing
     * @throws IOException when the text ends before the quotation mark
     */
    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long count = 0;
        while (!ended && count < byteCount) {
            int high = text.readByte();
            if (high == QUOTE) {
                ended = true;
            } else {
                sink.writeByte(digit(high) << 4 | digit(text.readByte()));
                count++;
            }
        }
        return count == 0 && ended ? -1 : count;
    }

    private static int digit(int character) throws NotHexException {
        int digit = Character.digit(character, 16);
        if (digit < 0) {
            throw new NotHexException();
        }
        return digit;
    }

    @Override
    public Timeout timeout() {
        return text.timeout();
    }

    /** The text goes on behind the bytes, so it stays open. */
    @Override
    public void close() {}
}
