package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.JobFixtures;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.PlanSection;
import dev.earworm.music.SongRequest;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However much a plan says: Discord takes what is shown of it. */
class PlanCardPropertyTest {
    @Provide
    Arbitrary<CompositionPlan> plans() {
        Arbitrary<String> words = Arbitraries.oneOf(
                Arbitraries.of("Verse 1", "*".repeat(200), "<@1> @everyone", "静かな川", "👩‍👩‍👧".repeat(30), ""),
                Arbitraries.strings().ofMaxLength(30));
        Arbitrary<PlanSection> sections = Combinators.combine(
                        words,
                        Arbitraries.integers().between(0, 4_000_000).map(Duration::ofMillis),
                        words.list().ofMaxSize(5),
                        words.list().ofMaxSize(30))
                .as(PlanSection::of);
        return Combinators.combine(
                        words.list().ofMaxSize(50),
                        words.list().ofMaxSize(50),
                        sections.list().ofMinSize(1).ofMaxSize(30))
                .as(CompositionPlan::new);
    }

    @Property(tries = 100)
    void aCardHasTheRoomThatThereIs(
            @ForAll("plans") CompositionPlan plan, @ForAll @IntRange(min = 1_500, max = 4_000) int room) {
        SongRequest request =
                JobFixtures.request("a *calm* river", Duration.ofSeconds(30)).withPlan(plan);

        assertThat(PlanCard.of(request, "A scripted band", room)).hasSizeLessThanOrEqualTo(room);
        assertThat(PlanCard.timelineInWords(request, 1_024)).hasSizeLessThanOrEqualTo(1_024);
    }
}
