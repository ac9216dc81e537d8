package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MemberWordsTest {
    private static final String FAMILY = "👩‍👩‍👧‍👦";

    @Test
    void everythingThatDiscordWouldTakeForMarkupIsEscaped() {
        assertThat(MemberWords.shown("**a** _b_ ~c~ `d` ||e|| \\ [f](g) <@1> #h @everyone https://i", 200))
                .isEqualTo("\\*\\*a\\*\\* \\_b\\_ \\~c\\~ \\`d\\` \\|\\|e\\|\\| \\\\ \\[f\\]\\(g\\) \\<\\@1\\> "
                        + "\\#h \\@everyone https\\://i");
    }

    @Test
    void plainWordsStayAsTheyAre() {
        assertThat(MemberWords.shown("lo-fi piano, 90 bpm. It's raining! 🌧", 200))
                .isEqualTo("lo-fi piano, 90 bpm. It's raining! 🌧");
    }

    @Test
    void longWordsEndWithAnEllipsisAtTheLimit() {
        assertThat(MemberWords.shortened("abcdef", 6)).isEqualTo("abcdef");
        assertThat(MemberWords.shortened("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(MemberWords.shortened("abcd efg", 6)).isEqualTo("abcd…");
    }

    @Test
    void aCutNeverSplitsWhatAReaderTakesForOneCharacter() {
        assertThat(MemberWords.shortened("a" + FAMILY + "b", 6)).isEqualTo("a…");
        assertThat(MemberWords.shortened("e\u0301e\u0301e\u0301", 4)).isEqualTo("e\u0301…");
        assertThat(MemberWords.shortened("🎸🎸🎸", 2)).isEqualTo("🎸…");
    }

    @Test
    void oneCharacterOfEndlessPartsIsCutAfterAll() {
        String endless = "a" + "\u0301".repeat(1000);
        assertThat(MemberWords.shortened(endless, 10)).hasSize(10).endsWith("…");
    }

    @Test
    void whateverComesInTheLimitHoldsAndNoHalfCharacterIsLeft() {
        Random chance = new Random(1);
        for (int i = 0; i < 2000; i++) {
            String words = chance.ints(chance.nextInt(40), 1, 0x1FFFF)
                    .filter(character -> character < 0xD800 || character > 0xDFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String cut = MemberWords.shortened(words, 10);
            assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(10);
            assertThat(cut.codePoints()).noneMatch(character -> character >= 0xD800 && character <= 0xDFFF);
        }
    }
}
