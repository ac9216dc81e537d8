package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            a calm river,               a-calm-river
            "  A Calm,  River!  ",      a-calm-river
            Für Elise — Ænima Straße,   fur-elise-aenima-strasse
            Łódź İstanbul Ångström,     lodz-istanbul-angstrom
            don't stop,                 dont-stop
            @everyone,                  everyone
            ../../etc/passwd,           etc-passwd
            C:\\Windows\\x.exe,         c-windows-x-exe
            -rf *,                      rf
            🎵 song 🎵 two,             song-two
            ﬁne ① wide ＡＢＣ,           fine-1-wide-abc
            CON,                        song-con
            lpt1,                       song-lpt1
            console,                    console
            """)
    void wordsBecomeAFileName(String words, String slug) {
        assertThat(Slug.of(words).text()).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "🎵🎶", "静かな川", "\u0000\u0007", "---", "\uD83C"})
    void aTitleWithoutLatinLettersIsASong(String words) {
        assertThat(Slug.of(words).text()).isEqualTo("song");
    }

    @Test
    void aLongTitleIsCutBetweenWords() {
        assertThat(Slug.of("word ".repeat(1200)).text())
                .hasSizeLessThanOrEqualTo(60)
                .endsWith("-word")
                .hasSize(59);
    }

    @Test
    void aWordThatIsTooLongIsCutHard() {
        assertThat(Slug.of("x".repeat(6000)).text()).isEqualTo("x".repeat(60));
    }

    @Test
    void aLongTitleThatEndsAtTheLimitKeepsItsLastWord() {
        String sixty = "a".repeat(55) + " bcde";

        assertThat(Slug.of(sixty + " f").text()).isEqualTo("a".repeat(55) + "-bcde");
    }

    @Test
    void anyCharactersAtAllGiveASlug() {
        Random random = new Random(42);
        for (int round = 0; round < 2000; round++) {
            StringBuilder words = new StringBuilder();
            random.ints(random.nextInt(100), 0, 0x3000).forEach(words::appendCodePoint);

            assertThat(Slug.of(words.toString()).text()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        }
    }

    @Test
    void theFileNameEndsLikeItsKind() {
        assertThat(Slug.of("A calm river").fileName(AudioKind.OPUS)).isEqualTo("a-calm-river.ogg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a--b", "-a", "a-", "ä", "a/b", "A"})
    void aSlugIsNeverMadeFromAnythingElse(String text) {
        assertThatThrownBy(() -> new Slug(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTellsItApartIsNeverCutOff() {
        assertThat(Slug.of("A calm river", "Vocals").text()).isEqualTo("a-calm-river-vocals");
        assertThat(Slug.of("a ".repeat(80), "drums").text())
                .hasSizeLessThanOrEqualTo(60)
                .endsWith("a-drums");
    }
}
