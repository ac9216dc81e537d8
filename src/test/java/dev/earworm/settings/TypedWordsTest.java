package dev.earworm.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.settings.TypedWords.Clear;
import dev.earworm.settings.TypedWords.Mistake;
import dev.earworm.settings.TypedWords.Mistaken;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedWordsTest {
    @Test
    void thereIsAnEntryALineWithoutEmptyOnesAndRepetitions() {
        assertThat(TypedWords.read("  one \r\n\r\ntwo words\none\n/th(ree|ird)/\n"))
                .isEqualTo(new Clear(List.of("one", "two words", "/th(ree|ird)/")));
    }

    @Test
    void anEmptyListRefusesNothing() {
        assertThat(TypedWords.read(" \n ")).isEqualTo(new Clear(List.of()));
    }

    @Test
    void everyMistakeIsNamedWithItsLine() {
        assertThat(TypedWords.read("fine\n\n/(/\n...\nfine, too"))
                .isEqualTo(new Mistaken(List.of(
                        new Mistake(3, "/(/", WordFault.OPEN_PARENTHESIS), new Mistake(4, "...", WordFault.NO_WORD))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /a(b/                   | OPEN_PARENTHESIS
            /[ab/                   | OPEN_BRACKET
            /*a/                    | NOTHING_REPEATED
            /a**/                   | NOTHING_REPEATED
            /a{1001}/               | REPEATED_TOO_OFTEN
            /a{3,2}/                | REPEATED_TOO_OFTEN
            /[z-a]/                 | RANGE
            /a\\1/                  | ESCAPE
            /a\\/                   | ESCAPE
            /(?=a)/                 | NOT_IN_RE2
            /(?<!a)b/               | NOT_IN_RE2
            /a)/                    | NO_PATTERN
            /(?P<n>a)(?P<n>b)/      | NO_PATTERN
            /a*/                    | FINDS_NOTHING
            /^/                     | FINDS_NOTHING
            /a{999}b{999}/          | TOO_LARGE
            /((a{99}){99}){99}/     | TOO_LARGE
            /(((a{1000}){1000}){1000}){1000}/ | TOO_LARGE
            //                      | NO_WORD
            -                       | NO_WORD
            """)
    void whatIsWrongWithALineIsSaid(String line, WordFault fault) {
        assertThat(TypedWords.read(line)).isEqualTo(new Mistaken(List.of(new Mistake(1, line, fault))));
    }

    @Test
    void aLineHasAHundredCharactersAndAListTwoHundredLines() {
        assertThat(TypedWords.read("😀x".repeat(50))).isInstanceOf(Clear.class);
        assertThat(TypedWords.read("x".repeat(101)))
                .isEqualTo(new Mistaken(List.of(new Mistake(1, "x".repeat(101), WordFault.TOO_LONG))));
        assertThat(TypedWords.read(words(200))).isInstanceOf(Clear.class);
        assertThat(TypedWords.read(words(202)))
                .isEqualTo(new Mistaken(List.of(
                        new Mistake(201, "word200", WordFault.TOO_MANY),
                        new Mistake(202, "word201", WordFault.TOO_MANY))));
    }

    @Test
    void patternsAreBoundedTogether() {
        assertThat(TypedWords.read("/a{400}/\nword\n/b{400}/")).isInstanceOf(Clear.class);
        assertThat(TypedWords.read("/a{400}/\nword\n/b{400}/\n/c{400}/"))
                .isEqualTo(new Mistaken(List.of(new Mistake(4, "/c{400}/", WordFault.TOO_LARGE))));
    }

    private static String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "word" + i).collect(Collectors.joining("\n"));
    }
}
