package dev.earworm.providers.synth.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earworm.providers.synth.compose.Section.Kind;
import dev.earworm.providers.synth.prompt.PromptReader;
import dev.earworm.providers.synth.theory.Chance;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormPlannerTest {
    private static final PromptReader READER = new PromptReader();
    private static final Producer PRODUCER = new Producer(new Repertoire());

    static IntStream lengths() {
        return IntStream.rangeClosed(5, 300);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void sectionsFollowEachOtherWithoutGapsToTheLastBar(int seconds) {
        for (String prompt : List.of("techno", "ambient", "waltz", "pop 200 bpm", "ballad 40 bpm", "funk in 7/8")) {
            Form form = form(prompt, seconds);

            int bar = 0;
            for (Section section : form.sections()) {
                assertThat(section.firstBar()).as(prompt).isEqualTo(bar);
                assertThat(section.bars()).as(prompt).isPositive();
                bar = section.endBar();
            }
            assertThat(bar).as(prompt).isEqualTo(form.bars());
        }
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void theTempoBendsOnlyALittle(int seconds) {
        Brief brief = brief("pop", seconds);

        double tempo = new FormPlanner(brief).form().timeline().beatsPerMinute();

        assertThat(tempo).isCloseTo(brief.tempo(), within(brief.tempo() * (seconds < 16 ? 0.3 : 0.12)));
    }

    @Test
    void aLongPieceHasAnIntroVersesChorusesABridgeAndAnOutro() {
        List<Section> sections = form("pop", 180).sections();

        assertThat(sections).extracting(Section::kind).contains(Kind.values());
        assertThat(sections.getFirst().kind()).isEqualTo(Kind.INTRO);
        assertThat(sections.getLast().kind()).isEqualTo(Kind.OUTRO);
    }

    @Test
    void aShortPieceComesToThePoint() {
        assertThat(form("pop", 8).sections()).noneMatch(section -> section.kind() == Kind.OUTRO);
        assertThat(form("pop", 30).sections().getFirst().bars()).isLessThanOrEqualTo(8);
    }

    @Test
    void aChorusIsMoreIntenseThanTheVerseBefore() {
        List<Section> sections = form("rock", 120).sections();
        double verse = sections.stream()
                .filter(section -> section.kind() == Kind.VERSE)
                .findFirst()
                .orElseThrow()
                .intensity();

        assertThat(sections)
                .filteredOn(section -> section.kind() == Kind.CHORUS)
                .isNotEmpty()
                .allMatch(section -> section.intensity() > verse);
    }

    private static Form form(String prompt, int seconds) {
        return new FormPlanner(brief(prompt, seconds)).form();
    }

    private static Brief brief(String prompt, int seconds) {
        return PRODUCER.brief(READER.read(prompt), Duration.ofSeconds(seconds), new Chance(1));
    }
}
