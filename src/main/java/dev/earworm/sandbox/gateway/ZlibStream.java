package dev.earworm.sandbox.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/**
 * One compressed stream for the life of a connection; each message ends with a flush, {@code 00 00 FF FF}.
 *
 * <p>developers/events/gateway, "Transport Compression". Not thread safe: messages must go out in the order of this stream.
 */
final class ZlibStream implements AutoCloseable {
    private final Deflater deflater = new Deflater();
    private final byte[] buffer = new byte[8192];

    ByteBuffer compress(byte[] message) {
        deflater.setInput(message);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        int written;
        do {
            written = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            compressed.write(buffer, 0, written);
        } while (written == buffer.length);
        return ByteBuffer.wrap(compressed.toByteArray());
    }

    @Override
    public void close() {
        deflater.end();
    }
}
