package dev.earworm.providers.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.earworm.providers.aimlapi.HexSource.NotHexException;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexSourceTest {
    @Test
    void readsBytesInEitherCaseUpToTheQuotationMarkAndLeavesTheRest() throws IOException {
        Buffer text = new Buffer().writeUtf8("00ff1A2b\",\"status\":2}");

        assertThat(read(text)).isEqualTo(HexFormat.of().parseHex("00ff1a2b"));
        assertThat(text.readUtf8()).isEqualTo(",\"status\":2}");
    }

    @Test
    void nothingIsNothing() throws IOException {
        assertThat(read(new Buffer().writeUtf8("\""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00f\"", "0g\"", "00\\u0030\"", "0 0\"", "é0\""})
    void whatIsNotHexIsNotTakenForSound(String text) {
        assertThatExceptionOfType(NotHexException.class).isThrownBy(() -> read(new Buffer().writeUtf8(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00", "00ff"})
    void aTextThatEndsTooEarlyHasBrokenOff(String text) {
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(new Buffer().writeUtf8(text)));
    }

    @Test
    void holdsNoMoreThanItIsAskedFor() throws IOException {
        Buffer sink = new Buffer();
        HexSource source = new HexSource(Okio.buffer(new EndlessZeros()));

        assertThat(source.read(sink, 1000)).isEqualTo(1000);
        assertThat(sink.size()).isEqualTo(1000);
    }

    private static byte[] read(Buffer text) throws IOException {
        return Okio.buffer(new HexSource(text)).readByteArray();
    }

    private static final class EndlessZeros implements Source {
        @Override
        public long read(Buffer sink, long byteCount) {
            sink.writeUtf8("0".repeat(100));
            return 100;
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {}
    }
}
