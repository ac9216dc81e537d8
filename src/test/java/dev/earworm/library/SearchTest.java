package dev.earworm.library;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.order;
import static dev.earworm.jobs.JobFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.Catalogue;
import dev.earworm.jobs.Job;
import dev.earworm.library.Search.Word;
import dev.earworm.music.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
    @ParameterizedTest
    @CsvSource({
        "Café,cafe",
        "CAFE\u0301,cafe",
        "Ångström,angstrom",
        "İstanbul,istanbul",
        "Großstadt,großstadt",
        "ｶﾞﾗｽ,ガラス",
        "ガラス,ガラス",
        "はし,はし",
        "夜の雨,夜の雨",
        "Ｌｏ－Ｆｉ,lo-fi",
        "'  two   words ',two words",
        "'夜\u3000雨',夜 雨"
    })
    void wordsAreComparedWithoutCaseAndAccents(String written, String compared) {
        assertThat(FoldedText.of(written)).isEqualTo(compared);
    }

    @Test
    void aMarkThatMakesAnotherLetterIsNoAccent() {
        assertThat(FoldedText.of("がき")).isNotEqualTo(FoldedText.of("かき"));
    }

    @Test
    void aSongIsFoundByTitlePromptModelAndDay() {
        Job job = Job.queued(
                JobId.next(NOON),
                order(ALICE, request("Über den Fluß", Duration.ofSeconds(30))),
                Optional.empty(),
                NOON);

        assertThat(SearchText.of(job, Optional.of("Ruhiger Strom")))
                .isEqualTo("ruhiger strom uber den fluß elevenlabs/music_v2 2026-11-21");
    }

    @Test
    void eachWordIsSoughtAndModelsByTheirTitlesToo() {
        Search search = Search.of(" Grand  RIVER ", Catalogue.providers());

        assertThat(search.words())
                .containsExactly(new Word("grand", List.of(Catalogue.GRAND.id())), new Word("river", List.of()));
        assertThat(Search.of(" ", Catalogue.providers())).isEqualTo(Search.ALL);
        assertThat(Search.of("a ".repeat(3000), Catalogue.providers()).words()).hasSize(8);
    }
}
