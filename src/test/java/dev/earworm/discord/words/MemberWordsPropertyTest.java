package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever a member writes: it is shown, and does nothing. */
class MemberWordsPropertyTest {
    /** What Discord makes something of. */
    private static final String MARKUP = "\\*_~`|[]()<>#:@";

    @Provide
    Arbitrary<String> words() {
        Arbitrary<String> pieces = Arbitraries.of(
                "@everyone",
                "@here",
                "<@80351110224678912>",
                "<@&41771983423143936>",
                "<#103735883630395392>",
                "<t:1618953630:R>",
                "</song:1>",
                "[here](https://bad.example)",
                "https://bad.example",
                "\\",
                "\\\\",
                "**",
                "||",
                "```",
                "# ",
                "> ",
                "a calm river",
                " ",
                "\n",
                "👩‍👩‍👧",
                "é",
                "🇩🇪");
        return Arbitraries.oneOf(pieces.list().ofMaxSize(8).map(all -> String.join("", all)), Arbitraries.strings());
    }

    @Property(tries = 500)
    void whatIsShownIsWhatWasWrittenAndNoSignInItWorks(
            @ForAll("words") String words, @ForAll @IntRange(min = 1, max = 60) int limit) {
        String shown = MemberWords.shown(words, limit);

        assertThat(asDiscordReads(shown)).isEqualTo(MemberWords.shortened(words, limit));
    }

    /** A backslash makes the sign behind it a plain one; any other sign of markup would have worked. */
    private static String asDiscordReads(String shown) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < shown.length(); i++) {
            char sign = shown.charAt(i);
            if (sign == '\\') {
                i++;
                plain.append(shown.charAt(i));
            } else {
                assertThat(MARKUP).doesNotContain(String.valueOf(sign));
                plain.append(sign);
            }
        }
        return plain.toString();
    }

    @Property(tries = 500)
    void whatIsShortenedIsTheBeginningAndNotLongerThanAllowed(
            @ForAll("words") String words, @ForAll @IntRange(min = 1, max = 60) int limit) {
        String shortened = MemberWords.shortened(words, limit);

        assertThat(shortened.codePointCount(0, shortened.length())).isLessThanOrEqualTo(limit);
        if (!shortened.equals(words)) {
            assertThat(words.codePointCount(0, words.length())).isGreaterThan(limit);
            assertThat(shortened).endsWith("…");
            assertThat(words).startsWith(shortened.substring(0, shortened.length() - 1));
        }
    }

    @Property(tries = 500)
    void aPromptThatWasCleanedIsClean(@ForAll("prompts") @StringLength(max = 40) String words) {
        String line = Prompts.line(words);
        String lines = Prompts.lines(words);

        assertThat(Prompts.line(line)).isEqualTo(line).doesNotContain("\n", "  ");
        assertThat(Prompts.lines(lines)).isEqualTo(lines).doesNotContain("\r", "\n\n\n");
        assertThat(line).doesNotContainPattern("(^| )[\u200C\u200D]|[\u200C\u200D]( |$)");
    }

    /** With much that is not seen. */
    @Provide
    Arbitrary<String> prompts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "a",
                "é",
                "e\u0301",
                "\u0301",
                " ",
                "\n",
                "\r\n",
                "\u200C",
                "\u200D",
                "\u200B",
                "\u2028",
                "\u00A0",
                "\u3164",
                "\uFE0F",
                "\u00AD",
                "\t",
                "👩",
                "\uD83D",
                "\u1100\u1161",
                "\u202E");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(8).map(all -> String.join("", all)),
                Arbitraries.strings().ofMaxLength(20));
    }

    @Property(tries = 300)
    void aLengthThatIsShownCanBeTyped(@ForAll @IntRange(min = 0, max = 3599) int seconds) {
        Duration length = Duration.ofSeconds(seconds);
        for (String typed : List.of(Lengths.clock(length), seconds + "", seconds + " s", seconds + "秒")) {
            assertThat(Lengths.read(typed)).contains(length);
        }
    }
}
