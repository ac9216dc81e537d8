package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Job;
import dev.earworm.library.FinishedSongs;
import dev.earworm.sandbox.Choice;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxButton;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private static BotRig rig;
    private static Path data;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        data = folder;
        rig = BotRig.loggedIn(folder);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @AfterEach
    void calmDown() {
        rig.sandbox.faults().clear();
    }

    @Test
    void aMemberSeesTheirSongsTheNewestFirstAndNobodyElseDoes() {
        Scene scene = rig.scene();
        FinishedSongs songs = songs();
        songs.posted(scene.account(scene.alice), "a *calm* river", NOON);
        songs.posted(scene.account(scene.alice), "a wild sea", NOON.plusSeconds(1));
        songs.posted(scene.account(scene.bob), "bob's song", NOON);

        SandboxMessage answer = scene.says(scene.alice, "library");

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.content()).isEqualTo("""
                **Your songs**
                **a wild sea** · 0:30 · elevenlabs/music_v2 · <t:1772712001:d>
                **a \\*calm\\* river** · 0:30 · elevenlabs/music_v2 · <t:1772712000:d>""");
        assertThat(answer.buttons()).isEmpty();
        assertThat(menu(answer).path("placeholder").asText()).isEqualTo("Open a song");
        assertThat(menu(answer).path("options").get(1).path("label").asText()).isEqualTo("2026-03-05 · a *calm* river");
        assertThat(scene.bob.sees(scene.general)).isEmpty();
    }

    @Test
    void whoHasNoSongsReadsHowToGetOne() {
        Scene scene = rig.scene();

        assertThat(scene.says(scene.alice, "library").content())
                .isEqualTo("You have no songs here yet. With /song you get one.");
        assertThat(scene.says(scene.alice, "library", Map.of("whose", "favourites"))
                        .content())
                .isEqualTo("You have marked none of your songs here as a favourite.");
        assertThat(scene.says(scene.alice, "library", Map.of("whose", "everyone"))
                        .content())
                .isEqualTo("No song was posted here yet.");
    }

    @Test
    void pagesAreTurnedBackAndForthAlsoAfterARestart() {
        Scene scene = rig.scene();
        FinishedSongs songs = songs();
        for (int i = 1; i <= 19; i++) {
            songs.posted(scene.account(scene.alice), "song number %02d".formatted(i), NOON.plusSeconds(i));
        }
        SandboxMessage first = scene.says(scene.alice, "library");
        assertThat(first.content()).contains("number 19", "number 12").doesNotContain("number 11");
        assertThat(labels(first)).containsExactly("Older");

        SandboxMessage second = turns(scene, first, "Older", "number 11");
        assertThat(second.content()).contains("number 04").doesNotContain("number 03", "number 12");
        assertThat(labels(second)).containsExactly("Newer", "Older");

        SandboxMessage last = turns(scene, second, "Older", "number 03");
        assertThat(last.content()).contains("number 01").doesNotContain("number 04");
        assertThat(labels(last)).containsExactly("Newer");

        SandboxMessage back = turns(scene, last, "Newer", "number 11");
        assertThat(back.content()).isEqualTo(second.content());
    }

    @Test
    void aSongOpensFromTheListWithItsFactsAndWhatCanBeDoneWithIt() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");

        SandboxMessage opened = opens(scene, scene.alice, scene.says(scene.alice, "library"), job);

        assertThat(opened.isEphemeral()).isTrue();
        assertThat(opened.content())
                .isEqualTo("**a calm river**\n“a calm river”\n0:30 · Grand Studio · <t:%d:d>\n%s"
                        .formatted(job.acceptedAt().getEpochSecond(), link(scene, scene.general, job)));
        assertThat(labels(opened)).containsExactly("Send again", "Rename", "Mark as favourite", "Delete");
    }

    @Test
    void wordsAreCompletedToSongsByTitlePromptModelAndDay() {
        Scene scene = rig.scene();
        FinishedSongs songs = new FinishedSongs(rig.database.jobs(), new ChannelId(scene.general.id()));
        Job river = songs.posted(scene.account(scene.alice), "Café am Fluß", NOON);
        Job rain = songs.posted(scene.account(scene.alice), "夜の雨", NOON.plus(Duration.ofDays(1)));
        songs.posted(scene.account(scene.bob), "Café of bob", NOON);

        assertThat(completes(scene, "CAFE", Map.of()))
                .containsExactly(
                        new Choice("2026-03-05 · Café am Fluß", river.id().value()));
        assertThat(completes(scene, "の雨", Map.of()))
                .containsExactly(new Choice("2026-03-06 · 夜の雨", rain.id().value()));
        assertThat(completes(scene, "2026-03-06", Map.of())).hasSize(1);
        assertThat(completes(scene, "music_v2", Map.of())).hasSize(2);
        assertThat(completes(scene, "%", Map.of())).isEmpty();
        assertThat(completes(scene, "café", Map.of("whose", "everyone"))).hasSize(2);
    }

    @Test
    void atMostTwentyFiveSongsAreOffered() {
        Scene scene = rig.scene();
        FinishedSongs songs = songs();
        for (int i = 1; i <= 30; i++) {
            songs.posted(scene.account(scene.alice), "song " + i + " " + "x".repeat(200), NOON.plusSeconds(i));
        }

        assertThat(completes(scene, "song", Map.of())).hasSize(25);
        assertThat(completes(scene, "song", Map.of()).getFirst().name()).startsWith("2026-03-05 · song 30 ");
    }

    @Test
    void aChosenSongIsShownAndWordsThatAreNoneAreSought() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");
        scene.getsSong(scene.alice, "a wild sea");

        assertThat(scene.says(scene.alice, "library", Map.of("song", job.id().value()))
                        .content())
                .startsWith("**a calm river**\n“a calm river”");
        assertThat(scene.says(scene.alice, "library", Map.of("song", "calm")).content())
                .startsWith("**Songs with “calm”**\n**a calm river**")
                .doesNotContain("wild");
        assertThat(scene.says(scene.alice, "library", Map.of("song", "*nothing*"))
                        .content())
                .isEqualTo("There is no song with “\\*nothing\\*” here.");
    }

    @Test
    void aSongIsSentAgainAsANewMessageWithItsCardAndCostsNothing() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");
        SandboxChannel other = scene.guild.channel("other");
        awaitChannel(other);
        String before = scene.says(scene.alice, "quota").content();

        SandboxMessage answer = sends(scene.alice, other, job);

        SandboxMessage again = other.messages().getLast();
        assertThat(answer.content()).isEqualTo("Here it is: " + url(scene, other, again));
        assertThat(again.content()).isEqualTo(scene.alice.mention() + " sent this song again.");
        assertThat(again.pings().users()).isEmpty();
        assertThat(again.embeds().getFirst().title()).isEqualTo("a calm river");
        assertThat(again.embeds().getFirst().fields())
                .extracting(field -> field.name())
                .containsExactly("Length", "Made by", "Asked for by");
        assertThat(again.files().getFirst().bytes()).hasSize(1000);
        assertThat(scene.says(scene.alice, "quota").content()).isEqualTo(before);
    }

    @Test
    void whenTheFirstMessageIsGoneTheCopyServes() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");
        SandboxMessage posted = scene.general.messages().getLast();
        sends(scene.alice, scene.general, job);
        scene.guild.owner().in(scene.general).deletes(posted);

        assertThat(sends(scene.alice, scene.general, job).content()).startsWith("Here it is: ");
    }

    @Test
    void aPrivateSongIsSentAgainInPrivate() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, Map.of("prompt", "a secret", "private", true));

        SandboxMessage answer = sends(scene.alice, scene.general, job);

        assertThat(answer.content()).isEqualTo("It is in your direct messages.");
        assertThat(scene.alice.directMessages()).hasSize(2);
        assertThat(scene.bob.sees(scene.general)).isEmpty();
    }

    @Test
    void aPrivateSongIsBelowWhereDirectMessagesAreClosed() throws Exception {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, Map.of("prompt", "a secret", "private", true)));
        Instant until = Instant.now().plus(Duration.ofDays(30));
        rig.database.jobs().kept(job.id(), until, Instant.now());
        keepFile(job);
        scene.alice.closesDirectMessages();

        SandboxMessage answer = sends(scene.alice, scene.general, job);

        assertThat(answer.content()).isEqualTo("It is below.");
        SandboxMessage below = scene.alice.sees(scene.general).getLast();
        assertThat(below.isEphemeral()).isTrue();
        assertThat(below.content())
                .isEqualTo(scene.alice.mention() + " sent the song **a secret** again: 0:30, made by Grand Studio.");
        assertThat(below.files()).hasSize(1);
        assertThat(scene.bob.sees(scene.general)).isEmpty();
        assertThat(rig.kept.of(job.id()))
                .as("an answer passes, so it stays kept")
                .hasSize(1);
        assertThat(scene.says(scene.alice, "library", Map.of("song", job.id().value()))
                        .content())
                .contains("It could not be posted, and its file waits here until <t:%d:D>."
                        .formatted(until.getEpochSecond()));
    }

    @Test
    void aSongWhoseMessageIsGoneSaysSo() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");
        scene.guild.owner().in(scene.general).deletes(scene.general.messages().getLast());

        assertThat(sends(scene.alice, scene.general, job).content())
                .isEqualTo("The sound of “a calm river” is gone: its message was deleted, or I may not read there any "
                        + "more. With /song you get a new one from its prompt.");
    }

    @Test
    void whereTheBotMayNotPostItSaysWhatIsMissing() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");
        SandboxChannel quiet = scene.guild.channel("quiet").deny(scene.guild.botRole(), Permission.ATTACH_FILES);
        awaitChannel(quiet);
        rig.awaitLoss(quiet, net.dv8tion.jda.api.Permission.MESSAGE_ATTACH_FILES);

        assertThat(sends(scene.alice, quiet, job).content())
                .isEqualTo("I cannot post a song here. I need this permission in this channel: Attach Files.");
    }

    @Test
    void aDiscordThatIsNotWellIsToBeTriedAgain() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");
        SandboxMessage card =
                scene.says(scene.alice, "library", Map.of("song", job.id().value()));
        rig.sandbox.faults().next(1, "GET /channels/*/messages/*", new Fault.Status(500));

        assertThat(pressesSend(scene.alice, scene.general, card).content())
                .isEqualTo("Discord does not answer well at the moment. Please try again later.");
    }

    @Test
    void aKeptSongIsListedAsWaitingAndComesWhenItIsSentAgain() throws IOException {
        Scene scene = rig.scene();
        Job job = keptSong(scene, songs());

        assertThat(scene.says(scene.alice, "library").content()).endsWith(" · waits for you");
        assertThat(scene.says(scene.alice, "queue").content())
                .isEqualTo("No song is in the works.\nA finished song of yours waits for you in /library.");
        assertThat(scene.says(scene.bob, "library", Map.of("whose", "everyone")).content())
                .isEqualTo("No song was posted here yet.");

        assertThat(sends(scene.alice, scene.general, job).content()).startsWith("Here it is: ");

        assertThat(scene.general.messages().getLast().files().getFirst().bytes())
                .hasSize(5);
        assertThat(rig.kept.of(job.id())).isEmpty();
        assertThat(scene.find(job).keptUntil()).isEmpty();
        assertThat(scene.says(scene.alice, "queue").content()).isEqualTo("No song is in the works.");
        assertThat(scene.says(scene.bob, "library", Map.of("whose", "everyone")).content())
                .contains("a kept river");
        assertThat(sends(scene.alice, scene.general, job).content()).startsWith("Here it is: ");
    }

    @Test
    void keptStemsAreOpenedFromTheListAndComeWhenTheyAreSentAgain() throws IOException {
        Scene scene = rig.scene();
        Job song = scene.getsSong(scene.alice, "a calm river");
        Job stems = songs().keptStems(song, Instant.now().plus(Duration.ofDays(30)));
        keepFile(stems);

        SandboxMessage opened = opens(scene, scene.alice, scene.says(scene.alice, "library"), stems);
        assertThat(opened.content()).contains("a calm river");
        assertThat(pressesSend(scene.alice, scene.general, opened).content()).startsWith("Here it is: ");

        assertThat(scene.general.messages().getLast().files().getFirst().name()).isEqualTo("river.mp3");
        assertThat(rig.kept.of(stems.id())).isEmpty();
    }

    @Test
    void aSongIsRenamedWithAForm() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");
        SandboxMessage card =
                scene.says(scene.alice, "library", Map.of("song", job.id().value()));

        SandboxInteraction form = scene.alice.in(scene.general).presses(card, "Rename");
        assertThat(form.modal().orElseThrow().fields().getFirst().prefilled()).isEqualTo("a calm river");
        SandboxInteraction sent =
                scene.alice.in(scene.general).submits(form, Map.of("title", "  *Lullaby* for\u200b two "));

        rig.eventually(() -> sent.response().content().startsWith("**\\*Lullaby\\* for two**\n“a calm river”"));
        assertThat(scene.says(scene.alice, "library", Map.of("song", "lullaby")).content())
                .contains("Lullaby");
        sends(scene.alice, scene.general, job);
        assertThat(scene.general.messages().getLast().embeds().getFirst().title())
                .isEqualTo("\\*Lullaby\\* for two");
    }

    @Test
    void aTitleThatNobodyCouldSeeChangesNothing() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");
        SandboxMessage card =
                scene.says(scene.alice, "library", Map.of("song", job.id().value()));
        SandboxInteraction form = scene.alice.in(scene.general).presses(card, "Rename");

        SandboxInteraction sent = scene.alice.in(scene.general).submits(form, Map.of("title", "\u200b\u200b"));

        rig.eventually(() -> !sent.followUps().isEmpty());
        assertThat(sent.followUps().getFirst().content()).isEqualTo("A title needs at least one visible character.");
        assertThat(scene.says(scene.alice, "library").content()).contains("**a calm river**");
    }

    @Test
    void aFavouriteIsMarkedFoundAndUnmarked() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");
        scene.getsSong(scene.alice, "a wild sea");
        SandboxMessage card =
                scene.says(scene.alice, "library", Map.of("song", job.id().value()));

        SandboxMessage marked = turns(scene, card, "Mark as favourite", "favourite");
        assertThat(labels(marked)).contains("No longer a favourite");
        SandboxMessage favourites = scene.says(scene.alice, "library", Map.of("whose", "favourites"));
        assertThat(favourites.content())
                .startsWith("**Your favourites**\n**a calm river**")
                .endsWith(" · favourite")
                .doesNotContain("wild");

        scene.alice.in(scene.general).presses(marked, "No longer a favourite");
        rig.eventually(() -> scene.says(scene.alice, "library", Map.of("whose", "favourites"))
                .content()
                .startsWith("You have marked none"));
    }

    @Test
    void aSongIsDeletedOnlyAfterAskingAndItsMessagesStay() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");
        SandboxMessage card =
                scene.says(scene.alice, "library", Map.of("song", job.id().value()));

        SandboxMessage question = turns(scene, card, "Delete", "Take “a calm river” out of your library?");
        assertThat(labels(question)).containsExactly("Take it out", "Take it out and delete its messages", "Leave it");
        SandboxMessage left = turns(scene, question, "Leave it", "**a calm river**");
        SandboxMessage removed =
                turns(scene, turns(scene, left, "Delete", "Take “"), "Take it out", "is no longer in your library");

        assertThat(removed.content())
                .isEqualTo("“a calm river” is no longer in your library. Its messages stay where they are.");
        assertThat(removed.buttons()).isEmpty();
        assertThat(scene.says(scene.alice, "library").content()).startsWith("You have no songs");
        assertThat(scene.says(scene.bob, "library", Map.of("whose", "everyone")).content())
                .startsWith("No song");
        assertThat(scene.general.messages())
                .anyMatch(message -> !message.files().isEmpty());
    }

    @Test
    void whereThatIsAskedForTheMessagesOfASongGoWithIt() {
        Scene scene = rig.scene();
        Job job = scene.getsSong(scene.alice, "a calm river");
        SandboxChannel other = scene.guild.channel("other");
        awaitChannel(other);
        sends(scene.alice, other, job);
        SandboxMessage card =
                scene.says(scene.alice, "library", Map.of("song", job.id().value()));

        SandboxMessage removed = turns(
                scene,
                turns(scene, card, "Delete", "Take “"),
                "Take it out and delete its messages",
                "is no longer in your library");

        assertThat(removed.content())
                .isEqualTo("“a calm river” is no longer in your library, and its messages are deleted.");
        assertThat(scene.bob.sees(scene.general)).isEmpty();
        assertThat(scene.bob.sees(other)).isEmpty();
    }

    @Test
    void aMessageThatCannotBeReachedAnyMoreIsSaid() {
        Scene scene = rig.scene();
        SandboxChannel other = scene.guild.channel("other");
        awaitChannel(other);
        Job job = scene.getsSong(scene.alice, "a calm river");
        scene.general.deny(scene.guild.botRole(), Permission.VIEW_CHANNEL);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.VIEW_CHANNEL);
        SandboxMessage card = scene.alice
                .in(other)
                .runs("library", Map.of("song", job.id().value()))
                .awaitResponse(BotRig.SOON);

        SandboxInteraction asked = scene.alice.in(other).presses(card, "Delete");
        rig.eventually(() -> asked.response().content().startsWith("Take “"));
        SandboxInteraction removed =
                scene.alice.in(other).presses(asked.response(), "Take it out and delete its messages");

        rig.eventually(() -> removed.response()
                .content()
                .equals("“a calm river” is no longer in your library. Some of its messages are still there: I do not "
                        + "reach them any more."));
    }

    @Test
    void whatWasPostedForAllIsInTheGuildsLibraryAndCanBeSentAgainByOthers() {
        Scene scene = rig.scene();
        Job open = scene.getsSong(scene.alice, "a calm river");
        Job secret = scene.getsSong(scene.alice, Map.of("prompt", "a secret", "private", true));

        SandboxMessage list = scene.says(scene.bob, "library", Map.of("whose", "everyone"));
        assertThat(list.content())
                .startsWith("**Songs that were posted here**\n**a calm river** · 0:30 · Grand Studio · <t:")
                .endsWith(" · by " + scene.alice.mention())
                .doesNotContain("secret");
        assertThat(list.pings().users()).isEmpty();

        SandboxMessage opened = opens(scene, scene.bob, list, open);
        assertThat(opened.content()).contains("Asked for by " + scene.alice.mention());
        assertThat(labels(opened)).containsExactly("Send again");
        SandboxMessage sent = pressesSend(scene.bob, scene.general, opened);
        assertThat(sent.content()).startsWith("Here it is: ");
        assertThat(scene.general.messages().getLast().content())
                .isEqualTo(scene.bob.mention() + " sent this song again.");
        assertThat(scene.says(scene.bob, "library", Map.of("song", secret.id().value()))
                        .content())
                .isEqualTo("There is no song with “%s” here.".formatted(secret.id()));
    }

    @Test
    void whatWasAskedForInAChannelIsForThoseWhoSeeTheChannel() {
        Scene scene = rig.scene();
        SandboxChannel other = scene.guild.channel("other");
        awaitChannel(other);
        Job job = scene.getsSong(scene.alice, "a calm river");
        scene.asks(scene.alice, Map.of("prompt", "a wild sea"));
        Map<String, String> everyone = Map.of("whose", "everyone");
        assertThat(in(other, scene.bob, everyone).content()).contains("a calm river");
        SandboxMessage seen = in(other, scene.bob, Map.of("song", job.id().value()));
        assertThat(queue(other, scene.bob).content()).contains("a wild sea");

        scene.general.deny(scene.bob, Permission.VIEW_CHANNEL);

        rig.eventually(() -> in(other, scene.bob, everyone).content().equals("No song was posted here yet."));
        assertThat(in(other, scene.bob, Map.of("song", job.id().value())).content())
                .isEqualTo("There is no song with “%s” here.".formatted(job.id()));
        assertThat(pressesSend(scene.bob, other, seen).content()).isEqualTo("There is no such song in this library.");
        assertThat(scene.bob.in(other).completes("library", "song", "river", everyone))
                .isEmpty();
        assertThat(queue(other, scene.bob).content()).contains("a private song").doesNotContain("sea");
        assertThat(in(other, scene.alice, everyone).content()).contains("a calm river");

        sends(scene.alice, other, job);
        assertThat(in(other, scene.bob, everyone).content()).contains("a calm river");
    }

    private static SandboxMessage queue(SandboxChannel channel, SandboxMember member) {
        return member.in(channel).runs("queue", Map.of()).awaitResponse(BotRig.SOON);
    }

    private static SandboxMessage in(SandboxChannel channel, SandboxMember member, Map<String, ?> options) {
        return member.in(channel).runs("library", options).awaitResponse(BotRig.SOON);
    }

    @Test
    void forgedButtonsOnOthersSongsChangeNothing() {
        Scene scene = rig.scene();
        Job open = scene.getsSong(scene.alice, "a calm river");
        Job secret = scene.getsSong(scene.alice, Map.of("prompt", "a secret", "private", true));
        scene.getsSong(scene.bob, "bob's song");
        SandboxMessage list = scene.says(scene.bob, "library");

        for (String action : List.of("favour", "unfavour", "delete", "remove", "remove_messages")) {
            for (Job job : List.of(open, secret)) {
                SandboxInteraction press = scene.bob
                        .in(scene.general)
                        .pressesForged(scene.says(scene.bob, "library"), "library_" + action + ":" + job.id());
                rig.eventually(() -> List.of("There is no such song in this library.")
                        .contains(press.response().content()));
            }
        }
        for (String id : List.of(secret.id().value(), "0000000000000000")) {
            SandboxInteraction press = scene.bob.in(scene.general).pressesForged(list, "library_send:" + id);
            rig.eventually(() -> press.response().content().equals("There is no such song in this library."));
        }
        assertThat(scene.bob
                        .in(scene.general)
                        .pressesForged(list, "library_rename:" + open.id())
                        .awaitResponse(BotRig.SOON)
                        .content())
                .isEqualTo("There is no such song in this library.");
        SandboxInteraction far = scene.bob.in(scene.general).pressesForged(list, "library_from:zzzzzzzzzzzzzzzz:99");
        rig.eventually(() -> far.response().content().startsWith("**Your songs**\n**bob's song**"));
        assertThat(scene.says(scene.alice, "library").content())
                .contains("a calm river", "a secret")
                .doesNotContain("favourite");
    }

    private static FinishedSongs songs() {
        return new FinishedSongs(rig.database.jobs());
    }

    private static Job keptSong(Scene scene, FinishedSongs songs) {
        Job job = songs.kept(
                scene.account(scene.alice),
                "a kept river",
                Instant.now(),
                Instant.now().plus(Duration.ofDays(30)));
        keepFile(job);
        return job;
    }

    private static void keepFile(Job job) {
        Path file = data.resolve("kept").resolve(job.id().value()).resolve("river.mp3");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "sound");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Choice> completes(Scene scene, String typed, Map<String, ?> others) {
        return scene.alice.in(scene.general).completes("library", "song", typed, others);
    }

    private static SandboxMessage sends(SandboxMember member, SandboxChannel channel, Job job) {
        SandboxMessage card = member.in(channel)
                .runs("library", Map.of("song", job.id().value()))
                .awaitResponse(BotRig.SOON);
        return pressesSend(member, channel, card);
    }

    private static SandboxMessage pressesSend(SandboxMember member, SandboxChannel channel, SandboxMessage card) {
        SandboxInteraction press = member.in(channel).presses(card, "Send again");
        rig.eventually(() -> !press.response().content().equals("I am fetching it. One moment, please."));
        return press.response();
    }

    private static SandboxMessage opens(Scene scene, SandboxMember member, SandboxMessage list, Job job) {
        return member.in(scene.general)
                .selects(list, menu(list).path("custom_id").asText(), job.id().value())
                .awaitResponse(BotRig.SOON);
    }

    /** Presses a button and waits until its own message says that. */
    private static SandboxMessage turns(Scene scene, SandboxMessage message, String label, String part) {
        SandboxInteraction press = scene.alice.in(scene.general).presses(message, label);
        rig.eventually(() -> press.response().content().contains(part)
                && !press.response().content().equals(message.content()));
        return press.response();
    }

    private static void awaitChannel(SandboxChannel channel) {
        rig.eventually(() -> rig.connection.shards.connected().orElseThrow().getTextChannelById(channel.id()) != null);
    }

    private static JsonNode menu(SandboxMessage message) {
        for (JsonNode row : message.componentJson()) {
            JsonNode component = row.path("components").path(0);
            if (component.path("type").asInt() == 3) {
                return component;
            }
        }
        throw new AssertionError("no menu in " + message);
    }

    private static List<String> labels(SandboxMessage message) {
        return message.buttons().stream().map(SandboxButton::label).toList();
    }

    private static String link(Scene scene, SandboxChannel channel, Job job) {
        return "https://discord.com/channels/%d/%d/%s"
                .formatted(
                        scene.guild.id(),
                        channel.id(),
                        job.trackMessage().orElseThrow().message());
    }

    private static String url(Scene scene, SandboxChannel channel, SandboxMessage message) {
        return "https://discord.com/channels/%d/%d/%d".formatted(scene.guild.id(), channel.id(), message.id());
    }
}
