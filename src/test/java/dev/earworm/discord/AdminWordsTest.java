package dev.earworm.discord;

import static dev.earworm.discord.PlanCards.PLAN;
import static dev.earworm.discord.PlanCards.edits;
import static dev.earworm.discord.PlanCards.now;
import static dev.earworm.discord.PlanCards.plans;
import static dev.earworm.discord.PlanCards.presses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.music.Suggestion;
import dev.earworm.quota.GuildId;
import dev.earworm.sandbox.ClientRefusalException;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxModal.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a guild's admins do not allow in a song: how they say it, and what members read. */
class AdminWordsTest {
    private static final String BUTTON = "words:0000000000000000";
    private static final String NONE =
            "**Words that nobody may use in a song here**\nThere are none: every word is allowed.";
    private static final String RAP = "The admins of this server do not allow ||rap|| in a song."
            + " Please say it in other words; nothing was made, and nothing counts.";

    private static final ScriptedPlanner PLANNER = new ScriptedPlanner(PLAN);
    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder, Catalogue.planning(PLANNER));
    }

    @BeforeEach
    void forget() {
        PLANNER.forget();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void aListIsTypedIntoAFormAndHoldsAtOnce() {
        Scene scene = managed();
        ChannelId log = new ChannelId(scene.guild.channel("log").id());
        rig.database.settings().change(guild(scene), before -> before.withLog(Optional.of(log)));
        SandboxMessage panel = scene.says(scene.alice, "admin words");
        assertThat(panel.isEphemeral()).isTrue();
        assertThat(panel.content()).isEqualTo(NONE);

        SandboxInteraction form = scene.alice.in(scene.general).presses(panel, "Edit the list");
        assertThat(form.modal().orElseThrow().fields())
                .extracting(Field::label, Field::prefilled, Field::isRequired)
                .containsExactly(org.assertj.core.api.Assertions.tuple("One word or phrase a line", "", false));
        scene.alice.in(scene.general).submits(form, Map.of("words", "rap\n\n  dr*gs \n/h[ae]llo+/\nrap"));

        rig.eventually(() -> !content(scene, panel).equals(NONE));
        assertThat(content(scene, panel)).isEqualTo("""
                **Words that nobody may use in a song here** (3)
                rap
                dr\\*gs
                /h\\[ae\\]llo+/
                Case and accents do not matter.""");
        assertThat(refused(scene)).containsExactly("rap", "dr*gs", "/h[ae]llo+/");
        assertThat(scene.says(scene.bob, "song", Map.of("prompt", "a RAP about trees"))
                        .content())
                .isEqualTo(RAP.replace("rap", "RAP"));
        assertThat(scene.says(scene.bob, "song", Map.of("prompt", "well, halloo!"))
                        .content())
                .startsWith("The admins of this server do not allow ||halloo|| in a song.");
        assertThat(scene.unfinished()).isEmpty();
        assertThat(scene.asks(scene.bob, "a trap about trees").request().prompt())
                .isEqualTo("a trap about trees");
        String line = "<@%s> changed the words that are not allowed: 3 added, 0 removed; there are 3 now."
                .formatted(scene.alice.id());
        rig.eventually(() -> scene.guild.channel("log").messages().stream()
                .anyMatch(message -> message.content().equals(line)));
        assertThat(rig.database.auditLog().latest(guild(scene), 5))
                .singleElement()
                .satisfies(entry -> assertThat(entry.what()).isEqualTo(line));
    }

    @Test
    void theFormHasTheListAndAnEmptyOneAllowsEverything() {
        Scene scene = managed();
        refuse(scene, "rap", "/h[ae]llo+/");
        SandboxMessage panel = scene.says(scene.alice, "admin words");

        SandboxInteraction form = scene.alice.in(scene.general).presses(panel, "Edit the list");
        assertThat(form.modal().orElseThrow().fields().getFirst().prefilled()).isEqualTo("rap\n/h[ae]llo+/");
        scene.alice.in(scene.general).submits(form, Map.of("words", ""));

        rig.eventually(() -> content(scene, panel).equals(NONE));
        assertThat(refused(scene)).isEmpty();
    }

    @Test
    void aLongListIsShownAsFarAsThereIsRoom() {
        Scene scene = managed();
        refuse(
                scene,
                IntStream.range(0, 200).mapToObj(i -> "*_`~".repeat(3) + i).toArray(String[]::new));

        SandboxMessage panel = scene.says(scene.alice, "admin words");

        assertThat(panel.content())
                .startsWith("**Words that nobody may use in a song here** (200)\n\\*\\_\\`\\~")
                .contains("… and 1")
                .hasSizeLessThan(2_000);
    }

    @Test
    void aListWithMistakesChangesNothingAndIsNotLost() {
        Scene scene = managed();
        refuse(scene, "folk");
        SandboxMessage panel = scene.says(scene.alice, "admin words");
        SandboxInteraction form = scene.alice.in(scene.general).presses(panel, "Edit the list");
        String typed = "rap\n/dr(gs/\n...\n/(?=a)b/";

        scene.alice.in(scene.general).submits(form, Map.of("words", typed));

        rig.eventually(() -> content(scene, panel).startsWith("I cannot"));
        assertThat(content(scene, panel)).isEqualTo("""
                I cannot take that list:
                Line 2, /dr\\(gs/: a parenthesis is not closed.
                Line 3, ...: there is neither a letter nor a digit in it.
                Line 4, /\\(?=a\\)b/: RE2 does not know this, such as looking ahead or behind.
                Nothing was changed, and what you typed is kept for an hour.""");
        assertThat(refused(scene)).containsExactly("folk");
        assertThat(rig.database.auditLog().latest(guild(scene), 5)).isEmpty();

        SandboxInteraction again =
                scene.alice.in(scene.general).presses(shown(scene, scene.alice, panel), "Open the form again");
        assertThat(again.modal().orElseThrow().fields().getFirst().prefilled()).isEqualTo(typed);
        scene.alice.in(scene.general).submits(again, Map.of("words", "rap"));
        rig.eventually(() -> refused(scene).equals(List.of("rap")));
    }

    @Test
    void fourThousandCharactersOfMistakesAreSaidInOneMessage() {
        Scene scene = managed();
        SandboxMessage panel = scene.says(scene.alice, "admin words");
        SandboxInteraction form = scene.alice.in(scene.general).presses(panel, "Edit the list");
        String typed = IntStream.range(0, 39)
                .mapToObj(i -> "/" + "(".repeat(94) + i + "/")
                .collect(Collectors.joining("\n"));

        scene.alice.in(scene.general).submits(form, Map.of("words", typed));

        rig.eventually(() -> content(scene, panel).startsWith("I cannot"));
        assertThat(content(scene, panel))
                .contains("Line 5, ")
                .doesNotContain("Line 6, ")
                .hasSizeLessThan(2_000);
    }

    @Test
    void everyWayToASongIsLookedThrough() throws Exception {
        Scene scene = rig.scene();
        SandboxMessage library = libraryCard(scene);
        Job old = rig.delivered(scene, Map.of("prompt", "a calm rap"));
        SandboxMessage song = card(scene, old);
        Job other = rig.delivered(scene, Map.of("prompt", "a calm river"));
        SandboxMessage calm = card(scene, other);
        refuse(scene, "rap");

        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "la", "lyrics", "this is\nrap"))
                        .content())
                .isEqualTo(RAP);
        SandboxMessage composed = submits(scene, scene.alice.in(scene.general).runs("compose"), "style", "rap")
                .awaitResponse(BotRig.SOON);
        assertThat(composed.content()).isEqualTo(RAP);
        assertThat(composed.buttons()).hasSize(1);
        assertThat(answer(scene.alice.in(scene.general).presses(song, "Again"))).isEqualTo(RAP);
        assertThat(answer(
                        submits(scene, scene.alice.in(scene.general).presses(calm, "Change"), "prompt", "a calm rap")))
                .isEqualTo(RAP);
        SandboxInteraction renamed =
                submits(scene, scene.alice.in(scene.general).presses(library, "Rename"), "title", "My Rap");
        assertThat(answer(renamed)).isEqualTo(RAP.replace("rap", "Rap"));
        assertThat(scene.unfinished()).isEmpty();
        assertThat(scene.says(scene.alice, "quota").content()).contains("1 left");
    }

    @Test
    void aSuggestionOfAProviderIsLookedThroughToo() {
        Scene scene = rig.scene();
        Job failed = scene.fails(
                scene.asks(scene.alice, "like that band"),
                new Refusal(Reason.CONTENT_REFUSED, Optional.of(new Suggestion.OtherPrompt("a rap"))));
        rig.publisher().refuse(failed, failed.refusal().orElseThrow());
        rig.database.jobs().told(failed.id());
        SandboxMessage refusal = scene.general.messages().getLast();
        refuse(scene, "rap");

        SandboxInteraction press = scene.alice.in(scene.general).presses(refusal, "Use this prompt");

        assertThat(answer(press)).isEqualTo(RAP);
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void noPlannerIsAskedForWordsThatAreNotAllowedAndNoPlanWithThemIsMade() {
        Scene scene = rig.scene();
        refuse(scene, "rap", "choir");

        assertThat(scene.says(scene.alice, "plan", Map.of("prompt", "a rap", "model", "desk/drafter"))
                        .content())
                .isEqualTo(RAP);
        assertThat(PLANNER.asked).isEmpty();
        SandboxMessage card = plans(scene);
        edits(scene, card, 1, Map.of("lyrics", "we\nrap", "step", "REDO"));
        rig.eventually(() -> now(scene, card).content().contains(RAP));
        assertThat(PLANNER.askedAnew).isEmpty();
        assertThat(answer(presses(scene, card, "Render"))).isEqualTo(RAP);
        edits(scene, card, 1, Map.of("lyrics", "we sing", "styles", "-choir"));
        rig.eventually(() -> now(scene, card).content().contains("we sing"));
        assertThat(answer(presses(scene, card, "Render"))).isEqualTo(RAP.replace("rap", "choir"));
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void discordHidesTheCommandFromMembersWhoDoNotManageTheServer() {
        Scene scene = rig.scene();

        assertThatThrownBy(() -> scene.alice.in(scene.general).runs("admin words"))
                .isInstanceOf(ClientRefusalException.class)
                .hasMessageContaining("is not shown a command /admin");
    }

    @Test
    void whoDoesNotManageTheServerOpensAndSendsNoForm() {
        Scene scene = managed();
        SandboxMessage panel = scene.says(scene.alice, "admin words");
        SandboxInteraction form = scene.alice.in(scene.general).presses(panel, "Edit the list");
        SandboxMessage seen = scene.status(scene.asks(scene.bob, "a song"));

        SandboxInteraction press = scene.bob.in(scene.general).pressesForged(seen, BUTTON);
        SandboxInteraction sent = scene.bob.in(scene.general).submits(form, Map.of("words", "song"));

        assertThat(press.modal()).isEmpty();
        assertThat(press.response().content()).isEqualTo("Only those who may manage this server can do that.");
        assertThat(press.response().isEphemeral()).isTrue();
        assertThat(answer(sent)).isEqualTo("Only those who may manage this server can do that.");
        assertThat(refused(scene)).isEmpty();
    }

    @Test
    void whatWasTypedIsShownToWhoeverTypedItAlone() {
        Scene scene = managed();
        scene.bob.isGranted(Permission.MANAGE_GUILD);
        SandboxMessage panel = scene.says(scene.alice, "admin words");
        scene.alice
                .in(scene.general)
                .submits(scene.alice.in(scene.general).presses(panel, "Edit the list"), Map.of("words", "/(/"));
        rig.eventually(() -> content(scene, panel).startsWith("I cannot"));
        SandboxMessage other = scene.says(scene.bob, "admin words");

        SandboxInteraction form = scene.bob.in(scene.general).pressesForged(other, BUTTON + ":1");

        assertThat(form.modal().orElseThrow().fields().getFirst().prefilled()).isEmpty();
    }

    private static Scene managed() {
        Scene scene = rig.scene();
        scene.alice.isGranted(Permission.MANAGE_GUILD);
        return scene;
    }

    private static GuildId guild(Scene scene) {
        return new GuildId(scene.guild.id());
    }

    private static List<String> refused(Scene scene) {
        return rig.database.settings().of(guild(scene)).refused();
    }

    private static void refuse(Scene scene, String... entries) {
        rig.database.settings().change(guild(scene), before -> before.withRefused(List.of(entries)));
    }

    private static String content(Scene scene, SandboxMessage panel) {
        return shown(scene, scene.alice, panel).content();
    }

    private static SandboxMessage shown(Scene scene, SandboxMember member, SandboxMessage panel) {
        return member.sees(scene.general).stream()
                .filter(message -> message.id() == panel.id())
                .findFirst()
                .orElseThrow();
    }

    private static SandboxMessage card(Scene scene, Job job) {
        long id = scene.find(job).trackMessage().orElseThrow().message().value();
        return scene.general.messages().stream()
                .filter(message -> message.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static SandboxMessage libraryCard(Scene scene) {
        Job job = scene.getsSong(scene.alice, "a quiet river");
        return scene.says(scene.alice, "library", Map.of("song", job.id().value()));
    }

    private static SandboxInteraction submits(Scene scene, SandboxInteraction form, String field, String typed) {
        Map<String, String> fields = field.equals("prompt") || field.equals("title")
                ? Map.of(field, typed)
                : Map.of("prompt", "a song", field, typed);
        return scene.alice.in(scene.general).submits(form, fields);
    }

    private static String answer(SandboxInteraction interaction) {
        rig.eventually(() -> !interaction.followUps().isEmpty());
        assertThat(interaction.followUps().getFirst().isEphemeral()).isTrue();
        return interaction.followUps().getFirst().content();
    }
}
