package dev.earworm.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.providers.AudioDownload.Result.Saved;
import dev.earworm.providers.AudioDownload.Result.Unfit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioDownloadTest {
    private static final byte[] SONG = SampleAudio.mp3(100_000);

    @TempDir
    private Path folder;

    @Test
    void aSongOfExactlyTheLimitIsSavedAndOneByteMoreIsNot() throws IOException {
        assertThat(AudioDownload.save(body(-1), target(), SONG.length)).isEqualTo(new Saved(SONG.length));
        assertThat(AudioDownload.save(body(-1), target(), SONG.length - 1)).isInstanceOf(Unfit.class);
    }

    /** As over HTTP/2, where an early end is not an error by itself. */
    @ParameterizedTest
    @ValueSource(ints = {99_999, 100_001})
    void lessOrMoreThanWasClaimedIsABrokenAnswer(int claimed) {
        assertThatThrownBy(() -> AudioDownload.save(body(claimed), target(), 1 << 20))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("100000 bytes of " + claimed);
    }

    @Test
    void aBrokenDiskIsNotABrokenAnswer() {
        assertThatThrownBy(() -> AudioDownload.save(body(-1), folder.resolve("missing/song"), 1 << 20))
                .isInstanceOf(UncheckedIOException.class);
    }

    private Path target() {
        return folder.resolve("song");
    }

    private static ResponseBody body(long claimed) {
        return ResponseBody.create(new Buffer().write(SONG), MediaType.get("audio/mpeg"), claimed);
    }
}
