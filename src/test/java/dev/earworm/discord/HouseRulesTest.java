package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.Publication;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import dev.earworm.music.Suggestion;
import dev.earworm.music.TrackDetails;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.RoleId;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxForum;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxModal.Field;
import dev.earworm.sandbox.SandboxRole;
import dev.earworm.sandbox.SandboxThread;
import dev.earworm.settings.GuildSettings;
import dev.earworm.settings.GuildSettings.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a guild's admins allow, held against every way to a song. */
class HouseRulesTest {
    private static final TrackDetails KEPT = TrackDetails.NONE.withSongId(Optional.of("song-1"));
    private static final Instant SINCE = Instant.ofEpochSecond(1_772_712_000);
    private static final String PAUSED =
            "There are no new songs in this server since <t:1772712000:f>. Its admins have paused them: “the \\*bill\\*”";

    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder, Catalogue.keeping());
    }

    @AfterEach
    void goBack() {
        rig.clock.isAhead(Duration.ZERO);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void whilePausedNoSongIsAcceptedInAnyWay() throws IOException {
        Scene scene = rig.scene();
        Job song = rig.delivered(scene, Map.of("prompt", "a calm river", "length", 20), KEPT);
        SandboxMessage refusal = refused(scene, Map.of("prompt", "like that band"));
        pause(scene);

        assertThat(everyWay(scene, scene.alice, song, refusal)).hasSize(7).allSatisfy(answer -> {
            assertThat(answer.content()).isEqualTo(PAUSED);
            assertThat(answer.isEphemeral()).isTrue();
        });
        assertThat(scene.unfinished()).isEmpty();
    }

    @Test
    void whatWasAcceptedBeforeAPauseIsMadeAndEverythingElseStaysUsable() throws IOException {
        Scene scene = rig.scene();
        Job song = scene.asks(scene.alice, "a calm river");
        pause(scene);

        Job rendered = scene.rendered(song);

        assertThat(rig.publisher().publish(rendered, rig.track(1000))).isInstanceOf(Publication.Published.class);
        for (String command : List.of("queue", "library", "quota", "privacy", "help")) {
            assertThat(scene.says(scene.alice, command).content()).doesNotContain("paused");
        }
    }

    @Test
    void songsAreRefusedOutsideOfTheAllowedChannelsInEveryWay() throws IOException {
        Scene scene = rig.scene();
        Job song = rig.delivered(scene, Map.of("prompt", "a calm river", "length", 20), KEPT);
        SandboxMessage refusal = refused(scene, Map.of("prompt", "like that band"));
        SandboxChannel music = scene.guild.channel("music");
        allowChannels(scene, music);

        assertThat(everyWay(scene, scene.alice, song, refusal)).hasSize(7).allSatisfy(answer -> {
            assertThat(answer.content()).isEqualTo("Songs can be asked for only in <#%d>.".formatted(music.id()));
            assertThat(answer.isEphemeral()).isTrue();
        });
        assertThat(scene.alice
                        .in(scene.general)
                        .pressesForged(card(scene), "voice:" + song.id())
                        .awaitResponse(BotRig.SOON)
                        .content())
                .startsWith("Songs can be asked for only in");
        assertThat(scene.unfinished()).isEmpty();
        assertThat(asksIn(scene.alice, music, Map.of("prompt", "x")).content()).startsWith("Your song is in the works");
    }

    @Test
    void aThreadCountsAsItsChannelAndAPostAsItsForum() {
        Scene scene = rig.scene();
        SandboxChannel music = scene.guild.channel("music");
        SandboxForum forum = scene.guild.forum("songs");
        allowChannels(scene, music, forum);
        SandboxThread below = scene.alice.in(music).startsThread("rivers");
        SandboxThread post = scene.alice.in(forum).startsPost("A river", "Listen");
        SandboxThread elsewhere = scene.alice.in(scene.general).startsThread("other");

        assertThat(asksIn(scene.alice, below, Map.of("prompt", "x")).content()).startsWith("Your song is in the works");
        assertThat(asksIn(scene.alice, post, Map.of("prompt", "x")).content()).startsWith("Your song is in the works");
        assertThat(asksIn(scene.alice, elsewhere, Map.of("prompt", "x")).content())
                .isEqualTo("Songs can be asked for only in <#%d>, <#%d>.".formatted(music.id(), forum.id()));
    }

    @Test
    void whoLacksTheRoleIsToldWhichItIsInEveryWay() throws IOException {
        Scene scene = rig.scene();
        Job song = rig.delivered(scene, Map.of("prompt", "a calm river", "length", 20), KEPT);
        SandboxMessage refusal = refused(scene, Map.of("prompt", "like that band"));
        SandboxRole dj = scene.guild.role("dj");
        allowRoles(scene, dj);

        assertThat(everyWay(scene, scene.alice, song, refusal)).hasSize(7).allSatisfy(answer -> {
            assertThat(answer.content()).isEqualTo("Songs are for members with this role: <@&%d>.".formatted(dj.id()));
            assertThat(answer.isEphemeral()).isTrue();
            assertThat(answer.pings().roles()).isEmpty();
        });
        assertThat(scene.unfinished()).isEmpty();

        scene.alice.gets(dj);
        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "x")).content())
                .startsWith("Your song is in the works");
    }

    @Test
    void adminsAreBoundByTheSameRules() {
        Scene scene = rig.scene();
        scene.alice.isGranted(Permission.MANAGE_GUILD);
        allowRoles(scene, scene.guild.role("dj"));

        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "x")).content())
                .startsWith("Songs are for members with this role");
        assertThat(scene.says(scene.alice, "admin settings").content()).contains("How I behave");
    }

    @Test
    void theRoleThatEverybodyHasIsEnough() {
        Scene scene = rig.scene();
        allowRoles(scene, scene.guild.everyone());

        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "x")).content())
                .startsWith("Your song is in the works");
    }

    @Test
    void aSongOfTheServerIsBoundByItsRulesInDirectMessagesToo() throws IOException {
        Scene scene = rig.scene();
        SandboxRole dj = scene.guild.role("dj");
        scene.alice.gets(dj);
        rig.delivered(scene, Map.of("prompt", "a secret", "private", true));
        SandboxMessage card = scene.alice.directMessages().getLast();
        allowRoles(scene, dj);

        assertThat(again(scene, card)).startsWith("Your song is in the works");

        scene.alice.loses(dj);
        assertThat(again(scene, card)).startsWith("Songs are for members with this role");

        change(scene, settings -> settings.withAccess(settings.access().withRoles(Set.of())));
        allowChannels(scene, scene.guild.channel("music"));
        assertThat(again(scene, card)).startsWith("Songs can be asked for only in");
    }

    @Test
    void whoeverHasLeftTheServerOrdersNothingOfItsInDirectMessages() throws IOException {
        Scene elsewhere = rig.scene();
        Scene scene = rig.scene();
        rig.delivered(scene, Map.of("prompt", "a secret", "private", true));
        SandboxMessage card = scene.alice.directMessages().getLast();
        assertThat(again(scene, card)).startsWith("Your song is in the works");
        int songs = scene.unfinished().size();

        elsewhere.guild.member("alice of " + scene.guild.name());
        scene.alice.leaves();

        assertThat(again(scene, card)).startsWith("I cannot see the rules of that server from here");
        assertThat(scene.unfinished()).hasSize(songs);
    }

    @Test
    void aSongThatIsLongerThanAllowedIsRefused() throws IOException {
        Scene scene = rig.scene();
        Job song = rig.delivered(scene, Map.of("prompt", "a calm river", "length", 40), KEPT);
        change(scene, settings -> settings.withSongs(settings.songs().withLongestSeconds(Optional.of(30))));

        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "x", "length", 31))
                        .content())
                .isEqualTo("Songs in this server may last 0:30 at most.");
        assertThat(pressed(scene, scene.alice, "again:" + song.id()).content())
                .isEqualTo("Songs in this server may last 0:30 at most.");
        assertThat(extended(scene, scene.alice, song).content())
                .isEqualTo("Songs in this server may last 0:30 at most.");
        assertThat(scene.unfinished()).isEmpty();
        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "x", "length", 30))
                        .content())
                .startsWith("Your song is in the works");
    }

    @Test
    void aMemberWhoNamesNoLengthGetsOneThatIsAllowed() {
        Scene scene = rig.scene();
        change(scene, settings -> settings.withSongs(settings.songs().withLongestSeconds(Optional.of(20))));

        assertThat(scene.asks(scene.alice, "x").request().length()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aFormatThatIsNotAllowedIsRefusedAndWhoNamesNoneGetsAnAllowedOne() {
        Scene scene = rig.scene();
        change(
                scene,
                settings -> settings.withSongs(settings.songs().withFormats(Set.of(AudioFormat.WAV, AudioFormat.OGG))));

        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "x", "format", "mp3"))
                        .content())
                .isEqualTo("Songs in this server come only as Ogg Opus, WAV.");
        assertThat(scene.asks(scene.alice, "x").request().format()).isEqualTo(AudioFormat.OGG);
        assertThat(scene.asks(scene.alice, Map.of("prompt", "x", "format", "wav"))
                        .request()
                        .format())
                .isEqualTo(AudioFormat.WAV);
    }

    @Test
    void theServersModelIsUsedWhereTheMemberNamesNone() {
        Scene scene = rig.scene();
        change(
                scene,
                settings ->
                        settings.withSongs(settings.songs().withModel(Optional.of(new ModelId("studio", "grand")))));

        assertThat(scene.asks(scene.alice, "x").request().model()).hasToString("studio/grand");
        assertThat(scene.asks(scene.alice, Map.of("prompt", "x", "model", "attic/keeper"))
                        .request()
                        .model())
                .hasToString("attic/keeper");
        assertThat(scene.says(scene.alice, "help").content())
                .containsSubsequence("the first, if you name no", "`studio/grand`", "`attic/keeper`");
        assertThat(scene.alice.in(scene.general).completes("song", "model", "", Map.of("prompt", "x")))
                .first()
                .satisfies(choice -> assertThat(choice.value()).isEqualTo("studio/grand"));
        assertThat(scene.alice
                        .in(scene.general)
                        .runs("compose")
                        .modal()
                        .orElseThrow()
                        .fields())
                .filteredOn(Field::isRequired)
                .extracting(Field::prefilled)
                .contains("studio/grand");
    }

    @Test
    void aModelThatIsGoneIsReplacedByTheBotsOwn() {
        Scene scene = rig.scene();
        change(
                scene,
                settings -> settings.withSongs(settings.songs().withModel(Optional.of(new ModelId("closed", "down")))));

        assertThat(scene.asks(scene.alice, "x").request().model()).hasToString("attic/keeper");
    }

    @Test
    void withoutDirectMessagesASongCannotBePrivate() throws IOException {
        Scene scene = rig.scene();
        rig.delivered(scene, Map.of("prompt", "a secret", "private", true));
        SandboxMessage card = scene.alice.directMessages().getLast();
        refuseDirectMessages(scene);

        String sentence = "The admins of this server let me send no direct messages, so a song cannot be private.";
        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "x", "private", true))
                        .content())
                .isEqualTo(sentence);
        assertThat(again(scene, card)).isEqualTo(sentence);
        assertThat(scene.unfinished()).isEmpty();
        assertThat(scene.says(scene.alice, "song", Map.of("prompt", "x")).content())
                .startsWith("Your song is in the works");
    }

    @Test
    void aPrivateSongFromBeforeIsAnAnswerThatItsMemberAloneSees() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, Map.of("prompt", "a secret", "private", true)));
        refuseDirectMessages(scene);

        assertThat(rig.publisher().publish(job, rig.track(1000))).isInstanceOf(Publication.Answered.class);

        assertThat(scene.alice.directMessages()).isEmpty();
        assertThat(scene.alice.sees(scene.general).getLast().isEphemeral()).isTrue();
        assertThat(scene.alice.sees(scene.general).getLast().files()).isNotEmpty();
    }

    @Test
    void aSongThatCannotBePostedIsNotSentDirectlyAndSoIsKept() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        refuseDirectMessages(scene);
        rig.clock.isAhead(Duration.ofMinutes(16));
        scene.guild.removeChannel(scene.general);
        rig.eventually(
                () -> rig.connection.shards.connected().orElseThrow().getTextChannelById(scene.general.id()) == null);

        assertThat(rig.publisher().publish(job, rig.track(1000))).isInstanceOf(Publication.Undeliverable.class);
        assertThat(scene.alice.directMessages()).isEmpty();
    }

    @Test
    void theLibraryPostsSongsOnlyInAllowedChannelsAndOpensEverywhere() {
        Scene scene = rig.scene();
        Job song = scene.getsSong(scene.alice, "a calm river");
        SandboxMessage list = scene.says(scene.alice, "library");
        String menu = list.componentJson().findPath("custom_id").asText();
        SandboxMessage opened = scene.alice
                .in(scene.general)
                .selects(list, menu, song.id().value())
                .awaitResponse(BotRig.SOON);
        SandboxChannel music = scene.guild.channel("music");
        allowChannels(scene, music);

        SandboxInteraction press = scene.alice.in(scene.general).presses(opened, "Send again");

        rig.eventually(() -> scene.alice.sees(scene.general).stream()
                .anyMatch(message ->
                        message.content().equals("Songs can be asked for only in <#%d>.".formatted(music.id()))));
        assertThat(press.isFailed()).isFalse();
    }

    /** A command, a form, and everything below a finished song or a refused one. */
    private static List<SandboxMessage> everyWay(Scene scene, SandboxMember member, Job song, SandboxMessage refusal) {
        return List.of(
                scene.says(member, "song", Map.of("prompt", "x")),
                member.in(scene.general).runs("compose").response(),
                pressed(scene, member, "again:" + song.id()),
                changed(scene, member, song),
                extended(scene, member, song),
                pressed(scene, member, "two_stems:" + song.id()),
                answered(member.in(scene.general).presses(refusal, "Use this prompt")));
    }

    private static SandboxMessage changed(Scene scene, SandboxMember member, Job song) {
        SandboxInteraction form = member.in(scene.general).pressesForged(card(scene), "change:" + song.id());
        return answered(member.in(scene.general).submits(form, Map.of()));
    }

    private static SandboxMessage extended(Scene scene, SandboxMember member, Job song) {
        SandboxInteraction form = member.in(scene.general).pressesForged(card(scene), "extend:" + song.id());
        return answered(member.in(scene.general).submits(form, Map.of("more", "20")));
    }

    private static SandboxMessage pressed(Scene scene, SandboxMember member, String id) {
        return answered(member.in(scene.general).pressesForged(card(scene), id));
    }

    private static SandboxMessage answered(SandboxInteraction interaction) {
        rig.eventually(() -> !interaction.followUps().isEmpty());
        return interaction.followUps().getFirst();
    }

    private static String again(Scene scene, SandboxMessage card) {
        return answered(scene.alice.inDirectMessages().presses(card, "Again")).content();
    }

    private static SandboxMessage asksIn(SandboxMember member, SandboxChannel channel, Map<String, ?> options) {
        return member.in(channel).runs("song", options).awaitResponse(BotRig.SOON);
    }

    private static SandboxMessage card(Scene scene) {
        return scene.general.messages().stream()
                .filter(message -> !message.files().isEmpty())
                .toList()
                .getLast();
    }

    /** What a provider's refusal, with other words, looks like. */
    private static SandboxMessage refused(Scene scene, Map<String, ?> options) {
        Job job = scene.fails(
                scene.asks(scene.alice, options),
                new Refusal(Reason.CONTENT_REFUSED, Optional.of(new Suggestion.OtherPrompt("guitar pop"))));
        rig.publisher().refuse(job, job.refusal().orElseThrow());
        return scene.general.messages().getLast();
    }

    private static void pause(Scene scene) {
        change(scene, settings -> settings.withPaused(Optional.of(new Pause(SINCE, "the *bill*"))));
    }

    private static void allowChannels(Scene scene, SandboxChannel... channels) {
        Set<ChannelId> ids = Arrays.stream(channels)
                .map(channel -> new ChannelId(channel.id()))
                .collect(Collectors.toSet());
        change(scene, settings -> settings.withAccess(settings.access().withChannels(ids)));
    }

    private static void allowRoles(Scene scene, SandboxRole role) {
        change(scene, settings -> settings.withAccess(settings.access().withRoles(Set.of(new RoleId(role.id())))));
    }

    private static void refuseDirectMessages(Scene scene) {
        change(scene, settings -> settings.withAccess(settings.access().withDirectMessages(false)));
    }

    private static void change(Scene scene, UnaryOperator<GuildSettings> change) {
        rig.database.settings().change(new GuildId(scene.guild.id()), change);
    }
}
