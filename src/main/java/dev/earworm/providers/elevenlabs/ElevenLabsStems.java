package dev.earworm.providers.elevenlabs;

import dev.earworm.music.MusicProvider.RepeatedSubmit;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.BadRequest;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.music.StemSeparator;
import dev.earworm.providers.AudioDownload;
import dev.earworm.providers.StreamedFile;
import dev.earworm.providers.VendorAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Takes songs apart (https://elevenlabs.io/docs/api-reference/music/separate-stems); the answer is an archive. */
final class ElevenLabsStems implements StemSeparator {
    private static final long MAX_BYTES = AudioDownload.MAX_BYTES;

    private final ElevenLabsClient client;

    ElevenLabsStems(ElevenLabsClient client) {
        this.client = client;
    }

    @Override
    public Separation separate(Recording song, StemSet stems, Path folder) {
        Path audio = song.audio();
        Optional<SoundType> type = SoundType.of(audio);
        if (type.isEmpty()) {
            return failed(new BadRequest("the file is no sound"));
        }
        return client.submit(
                client.address("v1/music/stem-separation"),
                new SoundForm(audio, type.get(), Map.of("stem_variation_id", variation(stems))),
                response -> read(response, folder),
                ElevenLabsStems::failed);
    }

    @Override
    public RepeatedSubmit repeatedSeparation() {
        return RepeatedSubmit.MAY_CHARGE_TWICE;
    }

    private static String variation(StemSet stems) {
        return switch (stems) {
            case TWO -> "two_stems_v1";
            case SIX -> "six_stems_v1";
        };
    }

    private Separation read(Response response, Path folder) throws IOException {
        if (!response.isSuccessful()) {
            return failed(client.errors().failure(VendorAnswer.read(response)));
        }
        // To the disk first: an archive's table of contents stands at its end.
        Path archive = folder.resolve("archive.zip");
        try {
            return save(response.body(), archive) <= MAX_BYTES
                    ? unpacked(new StemArchive(folder, MAX_BYTES).unpack(archive))
                    : failed(new Internal("the archive is larger than " + MAX_BYTES + " bytes"));
        } finally {
            delete(archive);
        }
    }

    private static long save(ResponseBody body, Path archive) throws IOException {
        long claimed = body.contentLength();
        if (claimed > MAX_BYTES) {
            return claimed;
        }
        long bytes = StreamedFile.save(body.byteStream(), archive, MAX_BYTES);
        if (claimed >= 0 && bytes != claimed) {
            throw new ProtocolException("got " + bytes + " bytes of " + claimed);
        }
        return bytes;
    }

    private static void delete(Path archive) {
        try {
            Files.deleteIfExists(archive);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the archive of stems", e);
        }
    }

    private static Separation unpacked(StemArchive.Contents contents) {
        return switch (contents) {
            case StemArchive.Contents.Stems(var stems) -> new Separation.Separated(stems);
            case StemArchive.Contents.Unfit(String detail) -> failed(new Internal(detail));
        };
    }

    private static Separation failed(ProviderFailure failure) {
        return new Separation.NotSeparated(failure);
    }
}
