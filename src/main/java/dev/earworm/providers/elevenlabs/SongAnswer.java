package dev.earworm.providers.elevenlabs;

import dev.earworm.music.Composition;
import dev.earworm.music.Composition.Composed;
import dev.earworm.music.Composition.NotComposed;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.AudioDownload;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * A song as it comes: its details and its sound, as two parts of one answer, or the sound alone. The sound goes to the
 * disk while it arrives.
 *
 * <p>Sound is what was paid for: details that cannot be read are no reason to lose it.
 */
final class SongAnswer {
    private static final int MAX_HEADER_LINES = 50;
    private static final long MAX_HEADER = 8 << 10;

    /** Every word of a song of ten minutes is a twentieth of this. */
    private static final long MAX_DETAILS = 4 << 20;

    private static final ByteString BRACE = ByteString.encodeUtf8("{");

    private SongAnswer() {}

    /** @throws IOException when the answer breaks off, or ends without its closing boundary */
    static Composition read(ResponseBody body, Path target) throws IOException {
        if (body.contentLength() > AudioDownload.MAX_BYTES) {
            return unfit("the answer is larger than " + AudioDownload.MAX_BYTES + " bytes");
        }
        Optional<PartBoundary> boundary = PartBoundary.readFrom(body.source());
        return boundary.isPresent()
                ? parts(body.source(), boundary.get(), target)
                : save(body, TrackDetails.NONE, target);
    }

    private static Composition parts(BufferedSource source, PartBoundary boundary, Path target) throws IOException {
        Optional<MediaType> type = contentType(source);
        TrackDetails details = TrackDetails.NONE;
        while (isText(type, source)) {
            PartText text = text(source, boundary);
            details = DetailsJson.read(text.content());
            if (text.isLast()) {
                return unfit("the answer has details and no sound");
            }
            type = contentType(source);
        }
        @Nullable MediaType sound = type.orElse(null);
        return save(ResponseBody.create(Okio.buffer(new LastPart(source, boundary)), sound, -1), details, target);
    }

    /** By its type, or by its first byte: no sound begins with a brace. */
    private static boolean isText(Optional<MediaType> type, BufferedSource source) throws IOException {
        return type.filter(named -> named.subtype().toLowerCase(Locale.ROOT).endsWith("json"))
                        .isPresent()
                || source.rangeEquals(0, BRACE);
    }

    private static Composition save(ResponseBody sound, TrackDetails details, Path target) throws IOException {
        return switch (AudioDownload.save(sound, target, AudioDownload.MAX_BYTES)) {
            case AudioDownload.Result.Saved _ -> new Composed(details);
            case AudioDownload.Result.Unfit(String detail) -> unfit(detail);
        };
    }

    /** The reply did come, whole, and the same request would most likely bring the same again, for money. */
    private static Composition unfit(String detail) {
        return new NotComposed(new Internal(detail));
    }

    /** Reads the headers of a part, up to the empty line. */
    private static Optional<MediaType> contentType(BufferedSource source) throws IOException {
        Optional<MediaType> type = Optional.empty();
        for (int i = 0; i < MAX_HEADER_LINES; i++) {
            String line = source.readUtf8LineStrict(MAX_HEADER).strip();
            if (line.isEmpty()) {
                return type;
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("content-type:")) {
                type = Optional.ofNullable(
                        MediaType.parse(line.substring(line.indexOf(':') + 1).strip()));
            }
        }
        throw new ProtocolException("a part of the answer has too many headers");
    }

    private static PartText text(BufferedSource source, PartBoundary boundary) throws IOException {
        StringBuilder content = new StringBuilder();
        while (content.length() <= MAX_DETAILS) {
            String line = source.readUtf8LineStrict(MAX_DETAILS);
            if (boundary.opens(line) || boundary.closes(line)) {
                return new PartText(content.toString(), boundary.closes(line));
            }
            content.append(line).append('\n');
        }
        throw new ProtocolException("the details of the song do not end");
    }

    private record PartText(String content, boolean isLast) {}
}
