package dev.earworm.providers.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.Composition.Composed;
import dev.earworm.providers.SampleAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long song is never in memory. */
class SongStreamingTest {
    private static final int MEGABYTES = 64;

    @Test
    void whatHasComeOfALongSongIsOnTheDisk(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("song");
        ResponseBody body =
                ResponseBody.create(Okio.buffer(new SlowVendor(target)), MediaType.get("multipart/mixed"), -1);

        assertThat(SongAnswer.read(body, target)).isInstanceOf(Composed.class);
        assertThat(Files.size(target)).isEqualTo(100 + ((long) MEGABYTES << 20));
    }

    /** Sends a megabyte when all but the last two are on the disk. */
    private static final class SlowVendor implements Source {
        private final Path target;
        private final Buffer parts = MultipartSong.of(SampleAudio.mp3(100)).unclosed();
        private int sent;

        SlowVendor(Path target) {
            this.target = target;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            if (!parts.exhausted()) {
                return parts.read(sink, byteCount);
            }
            if (sent > MEGABYTES) {
                return -1;
            }
            if (sent == MEGABYTES) {
                sent++;
                parts.writeUtf8("\r\n--boundary123--\r\n");
                return parts.read(sink, byteCount);
            }
            if (sent > 2) {
                assertThat(Files.size(target)).isGreaterThan((sent - 2L) << 20);
            }
            sent++;
            sink.write(new byte[1 << 20]);
            return 1 << 20;
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {}
    }
}
