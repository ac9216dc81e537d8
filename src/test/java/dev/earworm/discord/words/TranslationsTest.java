package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What each language says, held against what English says. */
@ParameterizedClass
@EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
class TranslationsTest {
    private static final List<Integer> COUNTS = List.of(0, 1, 2, 5, 1000);
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern FORMATTED = Pattern.compile("\\{[^{}]*}");
    /** A command, and not the beginning of a pattern, which has a second slash at its end. */
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}])/([\\p{L}\\p{N}_-]+)(?!\\S*/)");

    /** What hides the words between two of them (Discord, "Markdown Text 101"). */
    private static final String SPOILER = "||";

    private static final Pattern OPTION = Pattern.compile("`([\\p{L}\\p{N}_-]+)`");
    private static final Pattern COMMAND_NAME = Pattern.compile("command\\.([a-z_-]+)\\.name");
    private static final Pattern OPTION_NAME = Pattern.compile("command\\..*\\.options\\.([a-z_-]+)\\.name");

    private static final SequencedMap<String, String> ENGLISH = MessageFile.all(Language.ENGLISH);

    private final Language language;
    private final SequencedMap<String, String> translated;

    TranslationsTest(Language language) {
        this.language = language;
        this.translated = MessageFile.all(language);
    }

    @Test
    void everySentenceIsTranslatedAndInTheSamePlaceOfItsFile() {
        assertThat(Messages.FEATURES)
                .allSatisfy(feature -> assertThat(
                                MessageFile.read(feature, language).keySet())
                        .containsExactlyElementsOf(
                                MessageFile.read(feature, Language.ENGLISH).keySet()));
    }

    @Test
    void everySentenceTakesTheSameArguments() {
        everySentence((key, words) -> assertThat(arguments(words)).isEqualTo(arguments(english(key))));
    }

    @Test
    void whatIsFormattedInOneLanguageIsAtMostCountedInAnother() {
        everySentence((key, words) -> {
            Format[] own = format(words).getFormatsByArgumentIndex();
            Format[] english = format(english(key)).getFormatsByArgumentIndex();
            assertThat(own).hasSameSizeAs(english);
            for (int i = 0; i < own.length; i++) {
                assertThat(isCompatible(own[i], english[i])).as(key).isTrue();
            }
        });
    }

    @Test
    void everyCountIsAWholeSentence() {
        everySentence((key, words) -> {
            for (int count : COUNTS) {
                String said = format(words).format(arguments(words, count));
                assertThat(said.replace(SPOILER, ""))
                        .isNotBlank()
                        .doesNotContain("{", "}", "|")
                        .doesNotContainPattern("\\d[#<]");
            }
        });
    }

    @Test
    void quotationMarksAreThoseOfTheLanguage() {
        everySentence((key, words) -> {
            assertThat(words).doesNotContain("\"", "'", "''", "``", "´");
            assertThat(words.replaceAll("[^“”„«»‹›「」『』‘]", "")).matches("(" + quotes() + ")*");
        });
        if (language == Language.FRENCH) {
            everySentence((key, words) ->
                    assertThat(words).doesNotContainPattern("«[^\\u00a0]").doesNotContainPattern("[^\\u00a0]»"));
        }
    }

    private String quotes() {
        return switch (language) {
            case ENGLISH, BRAZILIAN_PORTUGUESE -> "“”";
            case GERMAN -> "„“";
            case FRENCH, SPANISH -> "«»";
            case JAPANESE -> "「」";
        };
    }

    @Test
    void whatIsQuotedInEnglishIsQuoted() {
        everySentence((key, words) ->
                assertThat(count(words, quotes().charAt(0))).isGreaterThanOrEqualTo(count(english(key), '“')));
    }

    @Test
    void linesAndMarkdownAreKept() {
        everySentence((key, words) -> {
            assertThat(words).isEqualTo(words.strip());
            assertThat(marks(words)).isEqualTo(marks(english(key)));
        });
    }

    @Test
    void nothingIsLeftInEnglish() {
        Map<String, String> same = new TreeMap<>(translated);
        same.entrySet()
                .removeIf(entry -> !entry.getValue().equals(english(entry.getKey()))
                        || commonWords().containsAll(words(entry.getValue())));

        assertThat(same).isEmpty();
    }

    /** Words that the language has in common with English: a sentence of nothing else may be the same. */
    private Set<String> commonWords() {
        return switch (language) {
            case GERMAN -> Set.of("", "admin", "format", "instrumental", "name", "plan", "prompt", "s", "seed", "song");
            case FRENCH ->
                Set.of("", "admin", "format", "instrumental", "plan", "prompt", "quota", "s", "section", "style");
            case SPANISH -> Set.of("", "admin", "instrumental", "plan", "prompt", "s");
            case BRAZILIAN_PORTUGUESE -> Set.of("", "admin", "instrumental", "prompt", "s");
            case JAPANESE, ENGLISH -> Set.of("");
        };
    }

    @Test
    void commandsAreCalledWhatTheirReadersSee() {
        everySentence((key, words) ->
                assertThat(mentions(words, MENTION)).isEqualTo(renamed(mentions(english(key), MENTION), COMMAND_NAME)));
    }

    @Test
    void optionsAreCalledWhatTheirReadersSee() {
        everySentence((key, words) ->
                assertThat(mentions(words, OPTION)).isEqualTo(renamed(mentions(english(key), OPTION), OPTION_NAME)));
    }

    @Test
    void nothingIsTooLongForWhereDiscordShowsIt() {
        assertThat(Widths.limits()).isNotEmpty().allSatisfy((key, limit) -> {
            String words = Optional.ofNullable(translated.get(key)).orElseThrow();
            assertThat(format(words).format(arguments(words, 1000))).hasSizeLessThanOrEqualTo(limit);
        });
    }

    /** Stops at the first that is wrong, and shows that one alone. */
    private void everySentence(BiConsumer<String, String> check) {
        translated.forEach((key, words) -> assertThat(Map.entry(key, words)).satisfies(_ -> check.accept(key, words)));
    }

    private static String english(String key) {
        return Optional.ofNullable(ENGLISH.get(key)).orElseThrow();
    }

    private MessageFormat format(String words) {
        return new MessageFormat(words.replace("'", "''"), language.locale());
    }

    private static Set<Integer> arguments(String words) {
        return ARGUMENT.matcher(words)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .collect(Collectors.toSet());
    }

    /** The count wherever a number is wanted, and text elsewhere. */
    private Object[] arguments(String words, int count) {
        return Arrays.stream(format(words).getFormatsByArgumentIndex())
                .<Object>map(wanted -> wanted == null ? "x" : count)
                .toArray();
    }

    /** A language that does not bend words after a number may leave the choice out. */
    private static boolean isCompatible(Format own, Format english) {
        return own == null
                ? english == null || english instanceof ChoiceFormat
                : english != null && own.getClass().equals(english.getClass());
    }

    private static long count(String words, char wanted) {
        return words.chars().filter(character -> character == wanted).count();
    }

    private static List<String> marks(String words) {
        return Pattern.compile("\\n|\\*\\*|`|^> |•")
                .matcher(words)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Set<String> words(String sentence) {
        return Arrays.stream(FORMATTED
                        .matcher(sentence.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .split("[^\\p{L}]+"))
                .collect(Collectors.toSet());
    }

    private static Set<String> mentions(String words, Pattern pattern) {
        return pattern.matcher(words)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names that this language has for these. */
    private Set<String> renamed(Set<String> registered, Pattern key) {
        Map<String, String> names = MessageFile.read("commands", language).entrySet().stream()
                .filter(entry -> key.matcher(entry.getKey()).matches())
                .collect(Collectors.toMap(
                        entry -> key.matcher(entry.getKey()).replaceFirst("$1"), Map.Entry::getValue, (one, _) -> one));
        assertThat(registered).isSubsetOf(names.keySet());
        return registered.stream().map(names::get).collect(Collectors.toCollection(TreeSet::new));
    }
}
