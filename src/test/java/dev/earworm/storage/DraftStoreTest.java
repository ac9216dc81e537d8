package dev.earworm.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.drafts.Draft;
import dev.earworm.drafts.Draft.Planned;
import dev.earworm.drafts.Draft.Typed;
import dev.earworm.drafts.SongForm;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.PlanSection;
import dev.earworm.music.Reference;
import dev.earworm.music.SongRequest;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DraftStoreTest extends StoreTest {
    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");
    private static final Account ALICE = new Account(new GuildId(-3), new UserId(7));
    private static final JobId SONG = JobId.next(NOW);

    @Test
    void aFormComesBackAfterARestartAsItWasTyped() {
        Draft draft = new Typed(SONG, ALICE, new SongForm("a\nb", "“l”", "", "1:30", "studio/grand"));
        database.drafts().add(draft, NOW);

        restart();

        assertThat(database.drafts().find(SONG)).contains(draft);
    }

    @Test
    void aPlannedSongComesBackWithEverythingInIt() {
        SongRequest request = new SongRequest(
                        new ModelId("studio", "grand"),
                        "a calm river",
                        Duration.ofSeconds(30),
                        false,
                        Optional.of("la"),
                        AudioFormat.MP3,
                        OptionalLong.of(5),
                        Optional.of(new Reference(URI.create("https://a.example/b"), "b.mp3", 5, "audio/mpeg")))
                .withPlan(plan(List.of()));
        Draft draft = new Planned(SONG, ALICE, request);
        database.drafts().add(draft, NOW);

        assertThat(database.drafts().find(SONG)).contains(draft);
    }

    @Test
    void ofManyChangesAtOnceNoneIsLost() throws Exception {
        database.drafts().add(new Planned(SONG, ALICE, request()), NOW);

        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                String style = "style " + i;
                hands.execute(() -> database.drafts().replan(SONG, plan -> withStyle(plan, style), NOW));
            }
        }

        Planned changed = (Planned) database.drafts().find(SONG).orElseThrow();
        assertThat(changed.request().plan().orElseThrow().styles()).hasSize(20);
    }

    @Test
    void aDraftThatIsPutTakesThePlaceOfWhatThereWas() {
        Draft draft = new Typed(SONG, ALICE, new SongForm("new", "", "", "", ""));
        database.drafts().put(new Planned(SONG, ALICE, request()), NOW);
        database.drafts().put(draft, NOW.plusSeconds(1));

        assertThat(database.drafts().find(SONG)).contains(draft);
        assertThat(database.drafts().forget(NOW.plusSeconds(1))).isZero();
    }

    @Test
    void aFormHasNoPlanToChange() {
        database.drafts().add(new Typed(SONG, ALICE, SongForm.EMPTY), NOW);

        assertThat(database.drafts().replan(SONG, plan -> plan, NOW)).isEmpty();
        assertThat(database.drafts().replan(SONG.successor(), plan -> plan, NOW))
                .isEmpty();
    }

    @Test
    void aDraftIsNeverReplacedByAnother() {
        database.drafts().add(new Typed(SONG, ALICE, SongForm.EMPTY), NOW);

        assertThatThrownBy(() -> database.drafts().add(new Planned(SONG, ALICE, request()), NOW))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void oldDraftsAreForgottenAndAChangeMakesOneYoungAgain() {
        database.drafts().add(new Typed(SONG.successor(), ALICE, SongForm.EMPTY), NOW);
        database.drafts().add(new Planned(SONG, ALICE, request()), NOW);
        database.drafts().replan(SONG, plan -> plan, NOW.plusSeconds(2));

        assertThat(database.drafts().forget(NOW.plusSeconds(1))).isEqualTo(1);

        assertThat(database.drafts().find(SONG)).isPresent();
        assertThat(database.drafts().find(SONG.successor())).isEmpty();
    }

    private static SongRequest request() {
        return new SongRequest(
                        new ModelId("studio", "grand"),
                        "a calm river",
                        Duration.ofSeconds(30),
                        false,
                        Optional.empty(),
                        AudioFormat.MP3,
                        OptionalLong.empty(),
                        Optional.empty())
                .withPlan(plan(List.of()));
    }

    private static CompositionPlan plan(List<String> styles) {
        return new CompositionPlan(
                styles,
                List.of("drums"),
                List.of(PlanSection.of("Intro", Duration.ofMillis(12_500), List.of("calm"), List.of("la la"))));
    }

    private static CompositionPlan withStyle(CompositionPlan plan, String style) {
        List<String> styles = new ArrayList<>(plan.styles());
        styles.add(style);
        return new CompositionPlan(styles, plan.avoided(), plan.sections());
    }
}
