package dev.earworm.providers.elevenlabs;

import static dev.earworm.music.AudioFormat.FLAC;
import static dev.earworm.music.AudioFormat.MP3;
import static dev.earworm.music.AudioFormat.OGG;
import static dev.earworm.music.AudioFormat.WAV;
import static dev.earworm.providers.elevenlabs.PlanShape.CHUNKS;
import static dev.earworm.providers.elevenlabs.PlanShape.SECTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AudioFormat;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputFormatPolicyTest {
    private static final long TEN_MEGABYTES = 10L << 20;

    /** All that the vendor's table of formats offers for a song, as far as we may ask for it. */
    private static final Set<String> OFFERED = Set.of(
            "auto",
            "mp3_48000_128",
            "mp3_22050_32",
            "mp3_24000_48",
            "mp3_44100_64",
            "mp3_44100_96",
            "opus_48000_32",
            "opus_48000_64",
            "opus_48000_96",
            "opus_48000_128");

    /** 192 kbit/s are 24 000 bytes a second, with three per cent and 16 KiB on top. */
    @ParameterizedTest
    @CsvSource({
        "CHUNKS,   60, 10485760, auto",
        "CHUNKS,  423, 10485760, auto",
        "CHUNKS,  424, 10485760, mp3_48000_128",
        "CHUNKS,  600, 10485760, mp3_48000_128",
        "SECTIONS, 600, 10485760, auto",
        "CHUNKS,  600, 26214400, auto",
        "CHUNKS,  600,  9000000, mp3_44100_96",
        "SECTIONS, 600, 9000000, mp3_44100_96",
        "CHUNKS,  600,  6000000, mp3_44100_64",
        "CHUNKS,  600,  4500000, mp3_24000_48",
        "CHUNKS,  600,  3000000, mp3_22050_32"
    })
    void anMp3IsTheBestThatFits(PlanShape shape, int seconds, long limit, String expected) {
        assertThat(OutputFormatPolicy.of(shape, MP3, Duration.ofSeconds(seconds), limit))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        " 60, 10485760, opus_48000_128",
        "600, 10485760, opus_48000_128",
        "600,  9000000, opus_48000_96",
        "600,  6000000, opus_48000_64",
        "600,  3000000, opus_48000_32"
    })
    void anOggIsMadeByTheVendor(int seconds, long limit, String expected) {
        assertThat(OutputFormatPolicy.of(CHUNKS, OGG, Duration.ofSeconds(seconds), limit))
                .isEqualTo(expected);
    }

    @Test
    void whatIsLosslessIsMadeOfTheVendorsBest() {
        for (AudioFormat format : new AudioFormat[] {FLAC, WAV}) {
            assertThat(OutputFormatPolicy.of(CHUNKS, format, Duration.ofMinutes(10), TEN_MEGABYTES))
                    .isEqualTo("auto");
        }
    }

    @Test
    void whereNothingFitsTheBestIsMadeToFitAfterwards() {
        for (AudioFormat format : AudioFormat.values()) {
            assertThat(OutputFormatPolicy.of(CHUNKS, format, Duration.ofMinutes(10), 1000))
                    .isEqualTo("auto");
        }
    }

    @Test
    void nothingIsAskedForThatTheVendorDoesNotOffer() {
        for (PlanShape shape : PlanShape.values()) {
            for (AudioFormat format : AudioFormat.values()) {
                for (long limit = 0; limit < 40_000_000; limit += 50_000) {
                    assertThat(OFFERED).contains(OutputFormatPolicy.of(shape, format, Duration.ofMinutes(10), limit));
                }
            }
        }
    }

    @Test
    void withoutALimitNothingIsMadeSmaller() {
        assertThat(OutputFormatPolicy.of(SECTIONS, MP3, Duration.ofMinutes(10), Long.MAX_VALUE))
                .isEqualTo("auto");
    }
}
