package dev.earworm.discord;

import static dev.earworm.discord.PlanCards.PLAN;
import static dev.earworm.discord.PlanCards.answer;
import static dev.earworm.discord.PlanCards.edits;
import static dev.earworm.discord.PlanCards.now;
import static dev.earworm.discord.PlanCards.plans;
import static dev.earworm.discord.PlanCards.presses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.ChannelId;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import dev.earworm.music.Planner.Planning;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Suggestion;
import dev.earworm.quota.Block;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.RoleId;
import dev.earworm.quota.UserId;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.settings.GuildSettings;
import dev.earworm.settings.GuildSettings.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a guild's admins allow, held against every way to a plan and from it to a song. */
class PlanRulesTest {
    private static final ScriptedPlanner PLANNER = new ScriptedPlanner(PLAN);
    private static final String NO_SONGS = "There are no new songs in this server since <t:1772712000:f>.";

    private static final String BLOCKED = "The admins of this server do not let you ask for songs here any more.";

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
    void whilePausedNothingIsPlannedRewrittenOrRendered() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        PLANNER.answers.add(otherPrompt());
        SandboxMessage refusal = plans(scene);
        int asked = PLANNER.asked.size();
        pause(scene);

        assertThat(plans(scene).content()).startsWith(NO_SONGS);
        assertThat(answer(rig, presses(scene, card, "Render")).content()).startsWith(NO_SONGS);
        SandboxInteraction suggestion = scene.alice
                .in(scene.general)
                .presses(refusal, refusal.buttons().getFirst().label());
        assertThat(answer(rig, suggestion).content()).startsWith(NO_SONGS);
        edits(scene, card, 0, Map.of("step", "REDO"));
        rig.eventually(() -> now(scene, card).content().contains(NO_SONGS));

        assertThat(PLANNER.asked).hasSize(asked);
        assertThat(PLANNER.askedAnew).isEmpty();
        assertThat(scene.unfinished()).isEmpty();
        assertThat(now(scene, card).buttons()).as("another time").isNotEmpty();
    }

    @Test
    void forWhoeverIsBlockedNothingIsPlannedOrRewritten() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        PLANNER.answers.add(otherPrompt());
        SandboxMessage refusal = plans(scene);
        int asked = PLANNER.asked.size();
        UserId admin = new UserId(scene.bob.id());
        rig.database.blockedMembers().block(new Block(scene.account(scene.alice), admin, Instant.now()));

        assertThat(plans(scene).content()).startsWith(BLOCKED);
        SandboxInteraction suggestion = scene.alice
                .in(scene.general)
                .presses(refusal, refusal.buttons().getFirst().label());
        assertThat(answer(rig, suggestion).content()).startsWith(BLOCKED);
        edits(scene, card, 0, Map.of("step", "REDO"));
        rig.eventually(() -> now(scene, card).content().contains(BLOCKED));

        assertThat(PLANNER.asked).hasSize(asked);
        assertThat(PLANNER.askedAnew).isEmpty();
    }

    @Test
    void channelsAndRolesAreMindedWhereAPlanIsAskedForAndWhereItIsRendered() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        var music = scene.guild.channel("music");
        change(
                scene,
                settings -> settings.withAccess(settings.access().withChannels(Set.of(new ChannelId(music.id())))));

        assertThat(plans(scene).content()).startsWith("Songs can be asked for only in <#" + music.id());
        assertThat(answer(rig, presses(scene, card, "Render")).content()).startsWith("Songs can be asked for only in");

        var dj = scene.guild.role("dj");
        change(
                scene,
                settings -> settings.withAccess(
                        settings.access().withChannels(Set.of()).withRoles(Set.of(new RoleId(dj.id())))));
        assertThat(plans(scene).content()).startsWith("Songs are for members with this role: <@&" + dj.id());
        assertThat(answer(rig, presses(scene, card, "Render")).content()).startsWith("Songs are for members");
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void aPlanIsNoLongerThanSongsMayBe() {
        Scene scene = rig.scene();
        SandboxMessage card = plans(scene);
        change(scene, settings -> settings.withSongs(settings.songs().withLongestSeconds(Optional.of(20))));

        assertThat(scene.says(scene.alice, "plan", Map.of("prompt", "x", "length", 21))
                        .content())
                .isEqualTo("Songs in this server may last 0:20 at most.");
        assertThat(answer(rig, presses(scene, card, "Render")).content())
                .as("planned before, 30 seconds long")
                .isEqualTo("Songs in this server may last 0:20 at most.");
        plans(scene);
        assertThat(PLANNER.asked)
                .last()
                .satisfies(asked -> assertThat(asked.length())
                        .as("the planner would choose a length by itself")
                        .contains(Duration.ofSeconds(20)));
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void aPlanIsRenderedAsAFileThatIsAllowed() {
        Scene scene = rig.scene();
        SandboxMessage before = plans(scene);
        change(scene, settings -> settings.withSongs(settings.songs().withFormats(Set.of(AudioFormat.FLAC))));
        SandboxMessage card = plans(scene);

        assertThat(answer(rig, presses(scene, before, "Render")).content())
                .isEqualTo("Songs in this server come only as FLAC.");
        answer(rig, presses(scene, card, "Render"));

        assertThat(scene.unfinished())
                .singleElement()
                .satisfies(job -> assertThat(job.request().format()).isEqualTo(AudioFormat.FLAC));
    }

    @Test
    void theServersModelPlansIfItCanAndElseTheFirstThatDoes() {
        Scene scene = rig.scene();
        change(
                scene,
                settings -> settings.withSongs(settings.songs().withModel(Optional.of(new ModelId("booth", "tiny")))));

        assertThat(plans(scene).content()).contains("Drafting Desk");
    }

    private static Planning otherPrompt() {
        return new Planning.NotPlanned(
                new ProviderFailure.ContentRefused("secret", Optional.of(new Suggestion.OtherPrompt("guitar pop"))));
    }

    private static void pause(Scene scene) {
        change(
                scene,
                settings -> settings.withPaused(Optional.of(new Pause(Instant.ofEpochSecond(1_772_712_000), ""))));
    }

    private static void change(Scene scene, UnaryOperator<GuildSettings> change) {
        rig.database.settings().change(new GuildId(scene.guild.id()), change);
    }
}
