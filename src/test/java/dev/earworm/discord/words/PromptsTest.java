package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {
    @Test
    void lineEndsAndRunsOfSpaceBecomeOneSpace() {
        assertThat(Prompts.line("  a\r\n\n calm\t \u00A0\u2003river\u2028 ")).isEqualTo("a calm river");
    }

    @Test
    void controlAndInvisibleCharactersGo() {
        assertThat(Prompts.line("a\u0000 \u200Bcalm\u202E \u2066ri\u00ADver\uFEFF\uE000\u001B[31m"))
                .isEqualTo("a calm river[31m");
    }

    @Test
    void charactersThatOnlyHideAMessageGo() {
        String tags = "\uDB40\uDC48\uDB40\uDC49";
        String selectors = "\uDB40\uDD00\uDB40\uDDEF";
        assertThat(Prompts.line("calm" + tags + selectors + "\uD800")).isEqualTo("calm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\u200B", "\u200D\u200D", "\u3164\u115F\u2800", "\u0301\uFE0F", "\uE000"})
    void whereNothingCanBeSeenNothingIsLeft(String words) {
        assertThat(Prompts.line(words)).isEmpty();
        assertThat(Prompts.lines(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"👩‍👩‍👧‍👦", "❤️‍🔥 rock", "می‌خواهم", "음악", "🎸", "1", "…", "naïve Fluß", "a\u0302\u0301"})
    void wordsOfAnyLanguageAndEmojiStayWhole(String words) {
        assertThat(Prompts.line(words)).isEqualTo(java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFC));
    }

    @Test
    void joinersThatJoinNothingGo() {
        assertThat(Prompts.line("\u200Da\u200D b\u200D\u200Dc\u200D")).isEqualTo("a b\u200Dc");
    }

    @Test
    void aJoinerAloneBetweenSpacesLeavesOneSpace() {
        assertThat(Prompts.line("a \u200C a")).isEqualTo("a a");
        assertThat(Prompts.lines("a \u200D\u00A0a\n\u200C\n\n\nb")).isEqualTo("a a\n\nb");
    }

    @Test
    void lyricsKeepTheirLinesAndAtMostOneEmptyOneBetween() {
        assertThat(Prompts.lines("one \r\n  two\n\n\n\n three\u0000\r\rfour\n")).isEqualTo("one\ntwo\n\nthree\n\nfour");
    }
}
