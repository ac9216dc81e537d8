package dev.earworm.discord;

import static dev.earworm.quota.QuotaFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.Excerpt;
import dev.earworm.music.PlanSection;
import dev.earworm.music.SongRequest;
import dev.earworm.music.TrackDetails;
import dev.earworm.quota.QuotaDay;
import dev.earworm.sandbox.SandboxButton;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxModal;
import dev.earworm.sandbox.SandboxModal.Field;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The button "Extend" below a finished song. */
class ExtendTest {
    private static final TrackDetails KEPT = TrackDetails.NONE.withSongId(Optional.of("song-1"));

    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder, Catalogue.keeping());
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void theButtonIsThereWhereTheModelCanAndTheVendorKeptTheSongAndThereIsRoom() throws IOException {
        Scene kept = rig.scene();
        rig.delivered(kept, Map.of("prompt", "a calm river"), KEPT);
        Scene notKept = rig.scene();
        rig.delivered(notKept, Map.of("prompt", "a calm river"), TrackDetails.NONE);
        Scene full = rig.scene();
        rig.delivered(full, Map.of("prompt", "a calm river", "length", 98), KEPT);
        Scene unable = rig.scene();
        rig.delivered(unable, Map.of("prompt", "a calm river", "model", "studio/grand"), KEPT);

        assertThat(labels(card(kept))).startsWith("Again", "Change", "Extend", "Stems");
        for (Scene scene : List.of(notKept, full, unable)) {
            assertThat(labels(card(scene))).doesNotContain("Extend");
        }
    }

    @Test
    void theFormSaysHowMuchLongerTheSongCanBe() throws IOException {
        Scene scene = rig.scene();
        rig.delivered(scene, Map.of("prompt", "a calm river", "length", 40), KEPT);

        SandboxModal form = pressed(scene).modal().orElseThrow();

        assertThat(form.title()).isEqualTo("Make the song longer");
        assertThat(form.fields()).extracting(Field::prefilled).containsExactly("30", "", "");
        assertThat(form.fields())
                .extracting(Field::label)
                .containsExactly("How much longer", "What shall come", "Lyrics for it, a line each");
    }

    @Test
    void theLongerSongIsTheWholeOldOneAndASectionBehindIt() throws IOException {
        Scene scene = rig.scene();
        Job first = rig.delivered(scene, Map.of("prompt", "lo-fi, light rain", "length", 40), KEPT);

        SandboxInteraction sent =
                submits(scene, Map.of("more", "0:20", "what", "a choir, big", "lyrics", "oh\n\noh oh"));

        rig.eventually(() -> !sent.followUps().isEmpty());
        SandboxMessage status = sent.followUps().getFirst();
        assertThat(status.content())
                .startsWith("Your song is in the works: “lo-fi, light rain \\(extended\\)”\nThe Keeper · 1:00 · ");
        assertThat(status.isEphemeral()).isFalse();
        Job second = scene.unfinished().getFirst();
        SongRequest longer = second.request();
        assertThat(longer.prompt()).isEqualTo("lo-fi, light rain (extended)");
        assertThat(longer.length()).isEqualTo(Duration.ofMinutes(1));
        assertThat(longer.plan())
                .contains(new CompositionPlan(
                        List.of("lo-fi", "light rain"),
                        List.of(),
                        List.of(
                                PlanSection.kept("Song", new Excerpt("song-1", Duration.ZERO, Duration.ofSeconds(40))),
                                PlanSection.of(
                                        "Extension",
                                        Duration.ofSeconds(20),
                                        List.of("a choir", "big"),
                                        List.of("oh", "oh oh")))));
        assertThat(second.account()).isEqualTo(first.account());
        assertThat(rig.database.ledger().usage(scene.account(scene.alice), QuotaDay.of(Instant.now())))
                .isEqualTo(used(2, 100, 1));
    }

    @Test
    void aSongThatWasExtendedBeforeIsNotCalledSoTwice() throws IOException {
        Scene scene = rig.scene();
        rig.delivered(scene, Map.of("prompt", "a calm river (extended)"), KEPT);

        SandboxInteraction sent = submits(scene, Map.of("more", "10"));

        rig.eventually(() -> !sent.followUps().isEmpty());
        assertThat(scene.unfinished().getFirst().request().prompt()).isEqualTo("a calm river (extended)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"61", "2", "0", "99999", "long", "-5"})
    void moreThanThereIsRoomForIsSaidAndNothingTypedIsLost(String more) throws IOException {
        Scene scene = rig.scene();
        rig.delivered(scene, Map.of("prompt", "a calm river", "length", 40), KEPT);

        SandboxInteraction sent = submits(scene, Map.of("more", more, "lyrics", "la la"));

        rig.eventually(() -> !sent.followUps().isEmpty());
        SandboxMessage refusal = sent.followUps().getFirst();
        assertThat(refusal.content()).isEqualTo("This song can be made 3 to 60 seconds longer.");
        assertThat(refusal.isEphemeral()).isTrue();
        assertThat(scene.unfinished()).isEmpty();
        SandboxInteraction again = scene.alice.in(scene.general).presses(refusal, "Open the form again");
        assertThat(again.modal().orElseThrow().fields().getLast().prefilled()).isEqualTo("la la");
        SandboxInteraction taken = scene.alice.in(scene.general).submits(again, Map.of("more", "60"));
        rig.eventually(() -> !taken.followUps().isEmpty());
        assertThat(scene.unfinished().getFirst().request().length()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void lyricsThatNoSectionTakesAreSaid() throws IOException {
        Scene scene = rig.scene();
        rig.delivered(scene, Map.of("prompt", "a calm river"), KEPT);

        SandboxInteraction sent = submits(scene, Map.of("more", "10", "lyrics", "la\n".repeat(31)));

        rig.eventually(() -> !sent.followUps().isEmpty());
        assertThat(sent.followUps().getFirst().content()).contains("31");
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void withoutQuotaNothingIsOrdered() throws IOException {
        Scene scene = rig.scene();
        rig.delivered(scene, Map.of("prompt", "a calm river"), KEPT);
        for (int i = 0; i < 3; i++) {
            scene.asks(scene.alice, "song " + i);
        }

        SandboxInteraction sent = submits(scene, Map.of("more", "10"));

        rig.eventually(() -> !sent.followUps().isEmpty());
        assertThat(sent.followUps().getFirst().content())
                .startsWith("You have had 4 songs today, and the limit is 4 a day.");
        assertThat(scene.unfinished()).hasSize(3);
    }

    @Test
    void aPrivateSongIsExtendedInPrivateFromDirectMessages() throws IOException {
        Scene scene = rig.scene();
        rig.delivered(scene, Map.of("prompt", "a secret", "private", true), KEPT);
        SandboxMessage card = scene.alice.directMessages().getLast();

        SandboxInteraction sent = scene.alice
                .inDirectMessages()
                .submits(scene.alice.inDirectMessages().presses(card, "Extend"), Map.of("more", "10"));

        rig.eventually(() -> !sent.followUps().isEmpty());
        assertThat(scene.unfinished().getFirst().destination().visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(scene.bob.sees(scene.general)).isEmpty();
    }

    @Test
    void anotherMemberAndAnotherServerCannot() throws IOException {
        Scene scene = rig.scene();
        Job job = rig.delivered(scene, Map.of("prompt", "a calm river"), KEPT);
        Scene elsewhere = rig.scene();
        SandboxMessage status = elsewhere.status(elsewhere.asks(elsewhere.alice, "a loud river"));

        SandboxInteraction bobs = scene.bob.in(scene.general).presses(card(scene), "Extend");
        SandboxInteraction foreign = elsewhere.alice.in(elsewhere.general).pressesForged(status, "extend:" + job.id());

        assertThat(bobs.modal()).isEmpty();
        assertThat(bobs.response().content())
                .isEqualTo("This is somebody else's song. With /song you can make your own.");
        assertThat(foreign.modal()).isEmpty();
        assertThat(foreign.response().content()).isEqualTo("There is no such song here any more.");
    }

    @Test
    void aForgedPressOnASongThatCannotBeExtendedOpensNoForm() throws IOException {
        Scene scene = rig.scene();
        Job job = rig.delivered(scene, Map.of("prompt", "a calm river"), TrackDetails.NONE);
        Job unable = rig.delivered(scene, Map.of("prompt", "a calm river", "model", "studio/grand"), KEPT);

        for (Job song : List.of(job, unable)) {
            SandboxInteraction press = scene.alice.in(scene.general).pressesForged(card(scene), "extend:" + song.id());
            assertThat(press.modal()).isEmpty();
            assertThat(press.response().content()).startsWith("This song cannot be made longer");
            assertThat(press.response().isEphemeral()).isTrue();
        }
        assertThat(scene.unfinished()).isEmpty();
    }

    private static SandboxInteraction pressed(Scene scene) {
        return scene.alice.in(scene.general).presses(card(scene), "Extend");
    }

    private static SandboxInteraction submits(Scene scene, Map<String, String> fields) {
        return scene.alice.in(scene.general).submits(pressed(scene), fields);
    }

    private static SandboxMessage card(Scene scene) {
        return scene.general.messages().stream()
                .filter(message -> !message.files().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> labels(SandboxMessage message) {
        return message.buttons().stream().map(SandboxButton::label).toList();
    }
}
