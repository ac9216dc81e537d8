package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TagsTest {
    @Test
    void aTitleIsOneLineWithoutControlCharacters() {
        assertThat(Tags.titled("  a\tcalm\r\nriver\u2028at\u00a0 night\u0000\u0007\u001b ")
                        .title())
                .isEqualTo("a calm river at night");
    }

    @Test
    void textThatTurnsTheLineRoundIsTakenOut() {
        assertThat(Tags.titled("abc\u202Egnp.exe\u2066").title()).isEqualTo("abcgnp.exe");
    }

    @Test
    void emojiStayWhole() {
        String family = "👨‍👩‍👧 ❤️";

        assertThat(Tags.titled(family).title()).isEqualTo(family);
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        Tags tags = Tags.titled("x" + "🎵".repeat(3000)).commented("y".repeat(6000));

        assertThat(tags.title()).hasSize(199).endsWith("🎵");
        assertThat(tags.comment()).hasSize(1000);
    }

    @Test
    void whatIsEmptyIsNotWritten() {
        assertThat(Tags.titled(" ").asMetadataFile()).isEqualTo(";FFMETADATA1\nartist=Earworm\n");
    }

    @Test
    void whatFfmpegWouldReadAsItsOwnMarksIsEscaped() {
        Tags tags = Tags.titled("a=b;c#d\\e")
                .by("me")
                .onAlbum("[CHAPTER]")
                .inGenre("lo-fi")
                .madeOn(LocalDate.EPOCH);

        assertThat(tags.asMetadataFile()).isEqualTo("""
                        ;FFMETADATA1
                        title=a\\=b\\;c\\#d\\\\e
                        artist=me
                        album=[CHAPTER]
                        genre=lo-fi
                        date=1970-01-01
                        """);
    }
}
