package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([^\"]+)\"");

    @Test
    void everySentenceThatIsSaidExistsAndEverySentenceIsSaid() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/earworm/discord"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                SAID.matcher(Files.readString(source)).results().forEach(match -> said.add(match.group(1)));
            }
        }

        assertThat(keys().stream().filter(key -> !isNameOfCommand(key))).containsExactlyElementsOf(said);
    }

    /** Nobody says these: Discord is told them for whatever is registered, and CommandWordsTest holds them against that. */
    private static boolean isNameOfCommand(String key) {
        return key.startsWith("command.") && key.endsWith(".name") && !key.contains(".choices.");
    }

    @Test
    void everyFileIsRead() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("(_.*)?\\.properties", "")))
                    .containsAll(Messages.FEATURES)
                    .isSubsetOf(Messages.FEATURES);
        }
    }

    @Test
    void noTwoFilesHaveTheSameKey() {
        assertThat(Messages.FEATURES.stream()
                        .flatMap(feature -> Messages.bundle(feature, Language.ENGLISH).keySet().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everySentenceCanBeReadByTheFormatter() {
        assertThat(keys()).allSatisfy(key -> new MessageFormat(sentence(key).replace("'", "''")));
    }

    @Test
    void aSentenceHasNoLeftoverSpaceAndNoStraightQuotationMark() {
        assertThat(keys())
                .allSatisfy(key -> assertThat(sentence(key))
                        .isEqualTo(sentence(key).strip())
                        .doesNotContain("\"")
                        .doesNotContain("''"));
    }

    @Test
    void pluralsAreRight() {
        assertThat(Messages.say("quota.left", 0)).isEqualTo("No songs left today");
        assertThat(Messages.say("quota.left", 1)).isEqualTo("1 song left today");
        assertThat(Messages.say("quota.left", 2)).isEqualTo("2 songs left today");
        assertThat(Messages.say("quota.left", 1200)).isEqualTo("1,200 songs left today");
        assertThat(Messages.say("queue.waiting", 1)).isEqualTo("next");
        assertThat(Messages.say("queue.waiting", 2)).isEqualTo("number 2");
        assertThat(Messages.say("preflight.missing", 1, "X"))
                .isEqualTo("I cannot post a song here. I need this permission in this channel: X.");
    }

    @Test
    void pluralsAndNumbersAreThoseOfTheLanguage() {
        Language.GERMAN.during(() -> {
            assertThat(Messages.say("quota.left", 1)).isEqualTo("Heute noch 1 Song übrig");
            assertThat(Messages.say("quota.left", 1200)).isEqualTo("Heute noch 1.200 Songs übrig");
        });
    }

    @Test
    void anApostropheAndBracesInAMembersWordsStayAsTheyAre() {
        assertThat(Messages.say("refusal.too-large")).contains("Discord's limit");
        assertThat(Messages.say("queue.prompt", "it's {0} '{'")).isEqualTo("“it's {0} '{'”");
    }

    @Test
    void aWrongNumberOfArgumentsIsABugThatShowsAtOnce() {
        assertThatThrownBy(() -> Messages.say("queue.prompt")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Messages.say("queue.empty", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Messages.say("no.such.key")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void whatIsSaidIsInTheLanguageThatIsSpoken() {
        assertThat(Language.JAPANESE.render(() -> Language.GERMAN.render(Language::spoken)))
                .isEqualTo(Language.GERMAN);
        assertThat(Language.spoken()).isEqualTo(Language.ENGLISH);
    }

    private static Set<String> keys() {
        return Messages.FEATURES.stream()
                .flatMap(feature -> Messages.bundle(feature, Language.ENGLISH).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sentence(String key) {
        return Messages.find(Language.ENGLISH, key).orElseThrow();
    }
}
