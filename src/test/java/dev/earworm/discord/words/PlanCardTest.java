package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.ModelId;
import dev.earworm.music.PlanSection;
import dev.earworm.music.SongRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlanCardTest {
    private static final PlanSection VERSE = PlanSection.of("Verse *1*", Duration.ofSeconds(10), List.of(), List.of());

    @Test
    void theTimelineInWordsSaysWhereEachSectionBegins() {
        assertThat(PlanCard.timelineInWords(request(3), 1024))
                .isEqualTo("The plan of “a *calm* river” as a timeline: 0:00 1. Verse *1*, 0:10 2. Verse *1*, "
                        + "0:20 3. Verse *1*. It ends at 0:30.");
    }

    @Test
    void sectionsThatHaveNoRoomAreCounted() {
        String words = PlanCard.timelineInWords(request(30), 120);

        assertThat(words)
                .hasSizeLessThanOrEqualTo(120)
                .isEqualTo("The plan of “a *calm* river” as a timeline: 0:00 1. Verse *1*, … and 29 more sections. "
                        + "It ends at 5:00.");
    }

    private static SongRequest request(int sections) {
        return new SongRequest(
                        new ModelId("studio", "grand"),
                        "a *calm* river",
                        Duration.ofSeconds(30),
                        false,
                        Optional.empty(),
                        AudioFormat.MP3,
                        OptionalLong.empty(),
                        Optional.empty())
                .withPlan(new CompositionPlan(List.of(), List.of(), Collections.nCopies(sections, VERSE)));
    }
}
