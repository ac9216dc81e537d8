package dev.earworm.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioSignatureTest {
    @ParameterizedTest
    @CsvSource({
        "MP3,  49443304 00000000 0000002354",
        "MP3,  fffb9064 00000000 00000000",
        "MP3,  fff38064 00000000 00000000",
        "MP3,  fffd9004 00000000 00000000",
        "AAC,  fff15080 02bffcde 02004c61",
        "AAC,  fff94c80 02bffcde 02004c61",
        "WAV,  52494646 24080000 57415645",
        "OGG,  4f676753 00020000 00000000",
        "FLAC, 664c6143 00000022 10001000",
        "MP4,  00000020 66747970 4d344120"
    })
    void audioIsToldByItsFirstBytes(AudioSignature expected, String hex) {
        assertThat(AudioSignature.of(bytes(hex))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html>", "<html><body></body>", "{\"detail\":\"no\"}", "            "})
    void textIsNotAudio(String text) {
        assertThat(AudioSignature.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A page in UTF-16 begins with bits that look like a frame's.
                "fffe3c00 21004400 4f004300",
                "52494646 24080000 41564920",
                "89504e47 0d0a1a0a 00000000",
                "504b0304 14000000 08000000",
                "ffffffff ffffffff ffffffff",
                "fff1f480 00000000 00000000"
            })
    void otherFilesAreNotAudio(String hex) {
        assertThat(AudioSignature.of(bytes(hex))).isEmpty();
    }

    @Test
    void lessThanAHeaderIsNotAudio() {
        assertThat(AudioSignature.of(new byte[0])).isEmpty();
        assertThat(AudioSignature.of("ID3".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
