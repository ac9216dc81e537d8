package dev.earworm.providers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.nio.file.Path;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** Streams the audio of one answer into a file and makes sure that it is audio, whole, and really on the disk. */
public final class AudioDownload {
    /** Ten minutes of CD-quality sound are a fifth of this. */
    public static final long MAX_BYTES = 512L << 20;

    private AudioDownload() {}

    /** What came of a download that did not break off. */
    public sealed interface Result {
        /** The file holds all of it, and survives a power cut. */
        record Saved(long bytes) implements Result {}

        /** It is no audio, or too much of it; asking again would bring the same. */
        record Unfit(String detail) implements Result {}
    }

    /**
     * Streams the body to the file and makes sure that it is on the disk.
     *
     * @param maxBytes more is refused, by what the answer claims or by what it sends
     * @throws IOException when the answer breaks off
     * @throws UncheckedIOException when the disk does
     */
    public static Result save(ResponseBody body, Path target, long maxBytes) throws IOException {
        long claimed = body.contentLength();
        if (claimed > maxBytes) {
            return tooLarge(maxBytes);
        }
        if (AudioSignature.of(head(body.source())).isEmpty()) {
            return new Result.Unfit("the answer is not audio but " + body.contentType());
        }
        long bytes = StreamedFile.save(body.byteStream(), target, maxBytes);
        if (bytes > maxBytes) {
            return tooLarge(maxBytes);
        }
        requireWhole(bytes, claimed);
        return new Result.Saved(bytes);
    }

    private static Result tooLarge(long maxBytes) {
        return new Result.Unfit("the audio is larger than " + maxBytes + " bytes");
    }

    private static byte[] head(BufferedSource source) throws IOException {
        source.request(AudioSignature.LENGTH);
        long there = Math.min(AudioSignature.LENGTH, source.getBuffer().size());
        return source.peek().readByteArray(there);
    }

    /** HTTP/2 has its own end mark and OkHttp does not compare it with the length that was claimed. */
    private static void requireWhole(long bytes, long claimed) throws ProtocolException {
        if (claimed >= 0 && bytes != claimed) {
            throw new ProtocolException("got " + bytes + " bytes of " + claimed);
        }
    }
}
