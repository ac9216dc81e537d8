package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.words.Language;
import dev.earworm.discord.words.Messages;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.localization.LocalizationMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Discord was told of our commands, in every language. */
class CommandWordsTest {
    /** Discord, application commands, "Application Command Naming". */
    private static final String NAME = "[-_'\\p{L}\\p{N}]{1,32}";

    private static final int LONGEST_DESCRIPTION = 100;

    @TempDir
    private static Path folder;

    private static BotRig rig;
    private static List<Command> registered;

    @BeforeAll
    static void logIn() throws InterruptedException {
        rig = BotRig.loggedIn(folder);
        registered = rig.connection
                .shards
                .connected()
                .orElseThrow()
                .getShards()
                .getFirst()
                .retrieveCommands(true)
                .complete();
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void thereAreWordsForEveryRegisteredCommandAndForNoOther() {
        Set<String> asked = keys();
        Set<String> written = written();

        assertThat(written).isSubsetOf(asked);
        // What can be chosen may be a name that is the same everywhere, such as MP3.
        assertThat(asked.stream().filter(key -> !key.contains(".choices."))).isSubsetOf(written);
    }

    @Test
    void theEnglishWordsAreTheOnesInTheCode() {
        assertThat(names(Language.ENGLISH)).isNotEmpty().allSatisfy((key, name) -> {
            assertThat(Messages.find(Language.ENGLISH, key)).contains(name);
            assertThat(key).endsWith("." + name + ".name");
        });
    }

    @Test
    void everyCommandHasANameWhereverOneOfOurLanguagesIsShown() {
        Set<DiscordLocale> everywhere = Arrays.stream(Language.values())
                .filter(language -> language != Language.ENGLISH)
                .flatMap(language -> language.regions().stream())
                .collect(Collectors.toSet());

        assertThat(registered)
                .allSatisfy(command ->
                        assertThat(command.getNameLocalizations().toMap()).containsOnlyKeys(everywhere));
        assertThat(names(Language.GERMAN)).containsEntry("command.queue.name", "warteschlange");
    }

    @ParameterizedTest
    @EnumSource
    void namesAreValidAndNoTwoSideBySideAreTheSame(Language language) {
        Map<String, String> names = names(language);

        assertThat(names.values()).allMatch(CommandWordsTest::isValidName);
        Map<String, List<String>> besideEachOther = names.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> parent(entry.getKey()), Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        assertThat(besideEachOther)
                .allSatisfy((_, siblings) -> assertThat(siblings).doesNotHaveDuplicates());
    }

    /** Who types the English name must not get another command. */
    @ParameterizedTest
    @EnumSource
    void noCommandIsCalledAsAnotherIsInEnglish(Language language) {
        Map<String, String> names = names(language);

        assertThat(registered)
                .allSatisfy(command -> assertThat(names.entrySet().stream()
                                .filter(entry -> parent(entry.getKey()).equals("command"))
                                .filter(entry -> entry.getValue().equals(command.getName())))
                        .allMatch(entry -> entry.getKey().equals("command." + command.getName() + ".name")));
    }

    @ParameterizedTest
    @EnumSource
    void descriptionsFit(Language language) {
        Stream<String> descriptions = written().stream()
                .filter(key -> key.endsWith(".description"))
                .map(key -> Messages.find(language, key).orElseThrow());

        assertThat(descriptions)
                .isNotEmpty()
                .allMatch(words -> !words.isBlank() && words.length() <= LONGEST_DESCRIPTION);
    }

    private static boolean isValidName(String name) {
        return name.matches(NAME) && name.equals(name.toLowerCase(Locale.ROOT));
    }

    /** What Discord shows, by key: of commands, of the groups and commands below them and of all options. */
    private static Map<String, String> names(Language language) {
        Map<String, String> names = new TreeMap<>();
        for (Command command : registered) {
            String key = "command." + command.getName();
            names.put(key + ".name", name(command.getName(), command.getNameLocalizations(), language));
            add(names, key, command.getOptions(), language);
            addBelow(names, key, command.getSubcommands(), language);
            for (Command.SubcommandGroup group : command.getSubcommandGroups()) {
                String groupKey = key + "." + group.getName();
                names.put(groupKey + ".name", name(group.getName(), group.getNameLocalizations(), language));
                addBelow(names, groupKey, group.getSubcommands(), language);
            }
        }
        return names;
    }

    private static void addBelow(
            Map<String, String> names, String key, List<Command.Subcommand> subcommands, Language language) {
        for (Command.Subcommand below : subcommands) {
            String belowKey = key + "." + below.getName();
            names.put(belowKey + ".name", name(below.getName(), below.getNameLocalizations(), language));
            add(names, belowKey, below.getOptions(), language);
        }
    }

    private static void add(Map<String, String> names, String key, List<Command.Option> options, Language language) {
        for (Command.Option option : options) {
            names.put(
                    key + ".options." + option.getName() + ".name",
                    name(option.getName(), option.getNameLocalizations(), language));
        }
    }

    private static String name(String english, LocalizationMap names, Language language) {
        return Optional.ofNullable(names.get(language.regions().getFirst())).orElse(english);
    }

    /** The key without what it names itself and without {@code .name}. */
    private static String parent(String key) {
        return key.replaceFirst("\\.[^.]+\\.name$", "");
    }

    /** What JDA asks for. */
    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (Command command : registered) {
            CommandData.fromCommand(command)
                    .setLocalizationFunction(key -> {
                        keys.add("command." + key);
                        return Map.of();
                    })
                    .toData();
        }
        return keys;
    }

    private static Set<String> written() {
        return ResourceBundle.getBundle("messages/commands", Locale.ROOT).keySet();
    }
}
