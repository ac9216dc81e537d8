package dev.earworm.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.ModelId;
import dev.earworm.music.PlanSection;
import dev.earworm.music.SongRequest;
import dev.earworm.quota.GuildId;
import dev.earworm.settings.RefusedWords.Verdict;
import dev.earworm.settings.RefusedWords.Verdict.Passed;
import dev.earworm.settings.RefusedWords.Verdict.Refused;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedWordsTest {
    private static final GuildId GUILD = new GuildId(7);

    private final Store settings = new Store();
    private final RefusedWords words = new RefusedWords(settings);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rap         | a RAP about trees         | RAP
            rap         | rap                       | rap
            rap         | (rap)                     | rap
            café        | the CAFE at night         | CAFE
            cafe        | the café at night         | café
            straße      | auf der STRASSE           | STRASSE
            strasse     | auf der Straße            | Straße
            bad word    | such a bad   word, really | bad   word
            rap         | a r\u200Bap               | r\u200Bap
            rap         | a ｒａｐ song             | ｒａｐ
            rap         | a 𝓻𝓪𝓹 song                | 𝓻𝓪𝓹
            rap         | a r̷̢a̵͓p̶ song              | r̷̢a̵͓p̶
            c++         | in C++!                   | C++
            死          | 川の死の歌                | 死
            ラップ      | ﾗｯﾌﾟの歌                   | ﾗｯﾌﾟ
            rap         | ラップrap歌               | rap
            """)
    void aWordIsFoundWholeWhateverItLooksLike(String word, String text, String found) {
        refuse(word);

        assertThat(words.judge(GUILD, text)).isEqualTo(new Refused(found));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rap      | a trap door
            rap      | rapture
            rap      | rap2
            ass      | class assignments
            bad word | bad; word
            가       | 각
            """)
    void partsOfOtherWordsPass(String word, String text) {
        refuse(word);

        assertThat(words.judge(GUILD, text)).isEqualTo(new Passed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /r+a+p+/     | a traAApping song | raAApp
            /\\bdr.gs?/  | no DRUGS here     | DRUGS
            /^now/       | a song now        |
            /caf[eé]s?/  | two CAFÉS         | CAFÉS
            /cafe/       | two CAFÉS         | CAFÉ
            /é/          | an e              |
            /h.llo/      | ｈｅｌｌｏ         | hello
            """)
    void aPatternIsFoundAnywhereAndIsNoWord(String pattern, String text, @Nullable String found) {
        refuse(pattern);

        assertThat(words.judge(GUILD, text)).isEqualTo(found == null ? new Passed() : new Refused(found));
    }

    @Test
    void everythingThatWasTypedIsLookedThrough() {
        refuse("rap");
        assertThat(words.judge(GUILD, song("a calm river"))).isEqualTo(new Passed());
        assertThat(words.judge(GUILD, song("a calm rap"))).isEqualTo(new Refused("rap"));
        assertThat(words.judge(GUILD, withLyrics("la la\nthe Rap"))).isEqualTo(new Refused("Rap"));
        PlanSection plain = section("Verse", List.of(), List.of(), List.of());
        assertThat(words.judge(GUILD, withPlan(List.of(), List.of(), plain))).isEqualTo(new Passed());
        assertThat(words.judge(GUILD, withPlan(List.of("rap"), List.of(), plain)))
                .isEqualTo(new Refused("rap"));
        assertThat(words.judge(GUILD, withPlan(List.of(), List.of("RAP"), plain)))
                .isEqualTo(new Refused("RAP"));
        for (PlanSection section : List.of(
                section("rap", List.of(), List.of(), List.of()),
                section("Verse", List.of("soft", "rap"), List.of(), List.of()),
                section("Verse", List.of(), List.of("rap"), List.of()),
                section("Verse", List.of(), List.of(), List.of("la", "a rap of mine")))) {
            assertThat(words.judge(GUILD, withPlan(List.of(), List.of(), plain, section)))
                    .isEqualTo(new Refused("rap"));
        }
    }

    @Test
    void aListHoldsInItsGuildAloneAndFromTheMomentItIsChanged() {
        refuse("rap");
        assertThat(words.judge(new GuildId(8), "a rap")).isEqualTo(new Passed());
        assertThat(words.judge(GUILD, "a rap")).isEqualTo(new Refused("rap"));

        refuse("folk");

        assertThat(words.judge(GUILD, "a rap")).isEqualTo(new Passed());
        assertThat(words.judge(GUILD, "a folk song")).isEqualTo(new Refused("folk"));
    }

    @Test
    void aLineThatNoVersionOfOursWroteHoldsNobodyUp() {
        refuse("/(/", "rap");

        assertThat(words.judge(GUILD, "a rap")).isEqualTo(new Refused("rap"));
    }

    /** A matcher that tries one way after the other takes longer than the universe is old. */
    @Test
    @Timeout(10)
    void aNastyPatternTakesATimeThatGrowsWithTheTextAlone() {
        refuse("/(a?){40}a{40}$b/", "/(a+)+$x/", "/(.*a){20}x/", "/([a-z]+)*!/");

        assertThat(words.judge(GUILD, "a".repeat(4_100))).isEqualTo(new Passed());
        assertThat(words.judge(GUILD, "a".repeat(RefusedWords.LONGEST_TEXT))).isEqualTo(new Passed());
    }

    @Test
    void moreTextThanAnyModelTakesIsNotLookedThrough() {
        assertThat(words.judge(GUILD, "a".repeat(60_000))).isEqualTo(new Passed());
        refuse("rap");

        assertThat(words.judge(GUILD, "a".repeat(50_001))).isEqualTo(new Verdict.TooLong(50_000));
    }

    private void refuse(String... entries) {
        settings.change(GUILD, before -> before.withRefused(Arrays.asList(entries)));
    }

    private static SongRequest song(String prompt) {
        return new SongRequest(
                new ModelId("studio", "grand"),
                prompt,
                Duration.ofSeconds(30),
                false,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
    }

    private static SongRequest withLyrics(String lyrics) {
        SongRequest song = song("a calm river");
        return new SongRequest(
                song.model(),
                song.prompt(),
                song.length(),
                song.instrumental(),
                Optional.of(lyrics),
                song.format(),
                song.seed(),
                song.reference());
    }

    private static SongRequest withPlan(List<String> styles, List<String> avoided, PlanSection... sections) {
        return song("a calm river").withPlan(new CompositionPlan(styles, avoided, List.of(sections)));
    }

    private static PlanSection section(String name, List<String> styles, List<String> avoided, List<String> lines) {
        return new PlanSection(name, Duration.ofSeconds(15), styles, avoided, lines, Optional.empty());
    }

    private static final class Store implements SettingsStore {
        private final Map<GuildId, GuildSettings> guilds = new HashMap<>();

        @Override
        public GuildSettings of(GuildId guild) {
            return guilds.getOrDefault(guild, GuildSettings.DEFAULT);
        }

        @Override
        public Optional<GuildSettings> remembered(GuildId guild) {
            return Optional.of(of(guild));
        }

        @Override
        public void put(GuildId guild, GuildSettings settings) {
            guilds.put(guild, settings);
        }

        @Override
        public GuildSettings change(GuildId guild, UnaryOperator<GuildSettings> change) {
            put(guild, change.apply(of(guild)));
            return of(guild);
        }

        @Override
        public void invalidate(GuildId guild) {}

        @Override
        public void invalidateAll() {}
    }
}
