package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.discord.BotRig.Scene;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Costs;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Publication;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.Refusal.Reason;
import dev.earworm.jobs.TrackPictures;
import dev.earworm.music.Suggestion;
import dev.earworm.music.Usd;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxEmbed.Field;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {
    private static final int MEBIBYTE = 1024 * 1024;

    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @AfterEach
    void calmDown() {
        rig.sandbox.faults().clear();
        rig.sandbox.tokenLifetime(Duration.ofMinutes(15));
    }

    @Test
    void aFinishedSongIsANewMessageThatMentionsItsMemberWithTheFileAndTheFacts() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));

        Publication publication = rig.publisher().publish(job, rig.track(MEBIBYTE));

        SandboxMessage posted = scene.general.messages().getLast();
        assertThat(publication).isEqualTo(new Publication.Published(at(posted)));
        assertThat(posted.content()).isEqualTo(scene.alice.mention() + " Your song is ready.");
        assertThat(posted.pings().users()).containsExactly(scene.alice.id());
        SandboxFile file = posted.files().getFirst();
        assertThat(file.name()).isEqualTo("a-calm-river.mp3");
        assertThat(file.bytes()).hasSize(MEBIBYTE);
        assertThat(posted.embeds().getFirst().title()).isEqualTo("a \\*calm\\* river");
        assertThat(posted.embeds().getFirst().description()).isEqualTo("“a calm river”");
        assertThat(posted.embeds().getFirst().fields())
                .containsExactly(
                        new Field("Length", "0:30"),
                        new Field("Made by", "Grand Studio"),
                        new Field("Asked for by", scene.alice.mention()),
                        new Field("Your quota", "3 songs left today"));
        scene.delivered(job, at(posted));
        scene.statusBecomes(job, "Your song is done");
    }

    @Test
    void theCardShowsCoverAndWaveformWithWordsForThoseWhoDoNotSeeThem(@TempDir Path folder) throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));

        rig.publisher().publish(job, rig.track(1000).withPictures(pictures(folder)));

        SandboxMessage posted = scene.general.messages().getLast();
        JsonNode card = posted.embedJson().get(0);
        assertThat(card.at("/thumbnail/url").asText()).isEqualTo("attachment://cover.jpg");
        assertThat(card.at("/image/url").asText()).isEqualTo("attachment://waveform.png");
        assertThat(card.path("color").asInt()).isEqualTo(0x336699);
        assertThat(posted.files())
                .extracting(SandboxFile::name, file -> file.description().orElse(""))
                .containsExactly(
                        tuple("a-calm-river.mp3", ""),
                        tuple(
                                "cover.jpg",
                                "The cover of “a *calm* river”: a drawing without words, in colours that suit the song."),
                        tuple(
                                "waveform.png",
                                "The waveform of “a *calm* river”: bars that show how loud each moment is, from 0:00 to 0:30."));
        assertThat(posted.files().get(1).bytes()).containsExactly(1, 2);
    }

    @Test
    void whereTheBotMayNotPostEmbedsTheSongComesInOneLineWithoutPictures(@TempDir Path folder) throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        scene.general.deny(scene.guild.botRole(), Permission.EMBED_LINKS);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.MESSAGE_EMBED_LINKS);

        rig.publisher().publish(job, rig.track(1000).withPictures(pictures(folder)));

        SandboxMessage posted = scene.general.messages().getLast();
        assertThat(posted.embeds()).isEmpty();
        assertThat(posted.files()).extracting(SandboxFile::name).containsExactly("a-calm-river.mp3");
        assertThat(posted.content()).contains("a \\*calm\\* river", "0:30", "Grand Studio", "3 songs left today");
    }

    @Test
    void aPromptThatTheTitleAlreadySaysIsNotSaidTwice() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a *calm* river"));

        rig.publisher().publish(job, rig.track(1000));

        assertThat(scene.general.messages().getLast().embeds().getFirst().description())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"0.15, 0.12, $0.12", "0.15, -, about $0.15", "0, -, free", "0.15, 0, free"})
    void theCardSaysWhatTheSongCost(String estimated, @Nullable String actual, String shown) throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));

        rig.publisher()
                .publish(
                        costing(
                                job,
                                new Costs(
                                        Optional.of(Usd.of(estimated)),
                                        Optional.ofNullable(actual).map(Usd::of))),
                        rig.track(1000));

        assertThat(scene.general.messages().getLast().embeds().getFirst().fields())
                .contains(new Field("Cost", shown));
    }

    private static TrackPictures pictures(Path folder) throws IOException {
        return new TrackPictures(
                Files.write(folder.resolve("one"), new byte[] {1, 2}),
                Files.write(folder.resolve("two"), new byte[] {3}),
                0x336699);
    }

    private static Job costing(Job job, Costs costs) {
        return new Job(
                job.id(),
                job.account(),
                job.destination(),
                job.request(),
                job.work(),
                job.providerAccount(),
                job.acceptedAt(),
                job.state(),
                job.dueAt(),
                job.attempts(),
                job.submittedAt(),
                job.providerJobId(),
                costs,
                job.tried(),
                job.details(),
                job.statusMessage(),
                job.trackMessage(),
                job.keptUntil(),
                job.refusal(),
                job.told());
    }

    @Test
    void aRepeatWithinMinutesShowsTheFirstMessageInsteadOfPostingTwice() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        rig.sandbox.faults().next(9, "POST /channels/*/messages", new Fault.LostReply());

        // JDA and its HTTP client ask again by themselves when a connection breaks.
        Publication lost = rig.publisher().publish(job, rig.track(1000));
        rig.sandbox.faults().clear();
        Publication repeated = rig.publisher().publish(job, rig.track(1000));

        assertThat(lost).isInstanceOf(Publication.TryLater.class);
        assertThat(repeated).isInstanceOf(Publication.Published.class);
        assertThat(scene.general.messages().stream()
                        .filter(message -> !message.files().isEmpty()))
                .hasSize(1);
    }

    @Test
    void aFileThatDiscordFindsTooLargeTeachesALowerLimit() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));

        Publication publication = rig.publisher().publish(job, rig.track(11 * MEBIBYTE));

        assertThat(publication).isEqualTo(new Publication.TooLarge(10L * MEBIBYTE));
    }

    @Test
    void discordBeingUnwellIsToBeTriedAgain() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        rig.sandbox.faults().next(1, "POST /channels/*/messages", new Fault.Status(500));

        assertThat(rig.publisher().publish(job, rig.track(1000))).isInstanceOf(Publication.TryLater.class);
        assertThat(rig.publisher().publish(job, rig.track(1000))).isInstanceOf(Publication.Published.class);
    }

    @Test
    void anUploadThatDiscordDropsOnceIsSentWholeTheSecondTime() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        rig.sandbox.faults().next(1, "POST /channels/*/messages", new Fault.Status(502));

        rig.publisher().publish(job, rig.track(MEBIBYTE));

        assertThat(scene.general.messages().getLast().files().getFirst().bytes())
                .hasSize(MEBIBYTE);
    }

    @Test
    void whereTheBotMayNotPostAnyMoreTheSongAnswersTheCommand() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        close(scene);

        Publication publication = rig.publisher().publish(job, rig.track(1000));

        SandboxMessage posted = scene.alice.sees(scene.general).getLast();
        assertThat(publication).isInstanceOf(Publication.Answered.class);
        assertThat(posted.isEphemeral()).isFalse();
        assertThat(posted.files()).hasSize(1);
        assertThat(posted.content())
                .isEqualTo(
                        scene.alice.mention()
                                + " Your song **a \\*calm\\* river** is ready: 0:30, made by Grand Studio. 3 songs left today.");
    }

    @Test
    void whenTheCommandCannotBeAnsweredEitherTheSongComesAsADirectMessage() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        close(scene);
        rig.sandbox.tokenLifetime(Duration.ZERO);

        Publication publication = rig.publisher().publish(job, rig.track(1000));

        assertThat(publication).isInstanceOf(Publication.Published.class);
        assertThat(scene.alice.directMessages().getLast().files()).hasSize(1);
    }

    @Test
    void whenEveryWayIsClosedTheSongIsUndeliverableAndEachWayIsNamed() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        close(scene);
        rig.sandbox.tokenLifetime(Duration.ZERO);
        scene.alice.closesDirectMessages();

        Publication publication = rig.publisher().publish(job, rig.track(1000));

        assertThat(publication)
                .isInstanceOfSatisfying(
                        Publication.Undeliverable.class,
                        closed -> assertThat(closed.detail())
                                .contains("Channel: ", "Interaction: ", "50027", "Direct: ", "50007"));
    }

    @Test
    void aChannelThatWasDeletedDoesNotLoseTheSong() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        rig.sandbox.tokenLifetime(Duration.ZERO);
        scene.guild.removeChannel(scene.general);

        Publication publication = rig.publisher().publish(job, rig.track(1000));

        assertThat(publication).isInstanceOf(Publication.Published.class);
        assertThat(scene.alice.directMessages().getLast().files()).hasSize(1);
    }

    @Test
    void aPrivateSongComesAsADirectMessageAndNeverToTheChannel() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, Map.of("prompt", "a secret", "private", true)));

        Publication publication = rig.publisher().publish(job, rig.track(1000));

        SandboxMessage direct = scene.alice.directMessages().getLast();
        assertThat(publication).isEqualTo(new Publication.Published(at(direct)));
        assertThat(direct.files()).hasSize(1);
        assertThat(scene.bob.sees(scene.general)).isEmpty();
        scene.delivered(job, at(direct));
        scene.statusBecomes(job, "Your song is done: “a secret”\nIt is in your direct messages.");
    }

    @Test
    void aPrivateSongWhoseMemberTakesNoDirectMessagesComesAsAnAnswerForThemAlone() throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, Map.of("prompt", "a secret", "private", true)));
        scene.alice.closesDirectMessages();

        Publication publication = rig.publisher().publish(job, rig.track(1000));

        SandboxMessage answer = scene.alice.sees(scene.general).getLast();
        assertThat(publication).isInstanceOf(Publication.Answered.class);
        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.files()).hasSize(1);
        assertThat(scene.bob.sees(scene.general)).isEmpty();
        scene.delivered(job, at(answer));
        scene.statusBecomes(job, "It is below.");
    }

    @Test
    void aSongThatIsKeptIsAnnouncedWhereFilesMayNotBePostedAndItsStatusSaysWhereItWaits() {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        Instant until = Instant.parse("2100-01-31T12:00:00Z");
        rig.database.jobs().kept(job.id(), until, Instant.now());
        Job kept = scene.tell(job);

        rig.publisher().announceKept(kept);
        Publication again = rig.publisher().announceKept(kept);

        SandboxMessage posted = scene.general.messages().getLast();
        assertThat(again).isEqualTo(new Publication.Published(at(posted)));
        assertThat(posted.content())
                .isEqualTo(scene.alice.mention() + " Your song “a calm river” is done, but it could not be posted. It "
                        + "waits for you in /library until <t:4105080000:D>.");
        assertThat(posted.pings().users()).containsExactly(scene.alice.id());
        assertThat(scene.general.messages()).hasSize(2);
        scene.statusBecomes(
                job,
                "Your song is done: “a calm river”\nIt could not be posted. It waits for you in /library until "
                        + "<t:4105080000:D>.");
    }

    @Test
    void aRefusalIsANewMessageThatSaysWhyAndThatItCostNothing() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "a <@%d> tune".formatted(scene.bob.id()));
        Job failed = scene.fails(job, Refusal.because(Reason.UNAVAILABLE));

        rig.publisher().refuse(failed, failed.refusal().orElseThrow());
        Publication again = rig.publisher().refuse(failed, failed.refusal().orElseThrow());

        SandboxMessage posted = scene.general.messages().getLast();
        assertThat(again).isEqualTo(new Publication.Published(at(posted)));
        assertThat(posted.content()).isEqualTo("""
                        %s Your song could not be made: “a \\<\\@%d\\> tune”
                        The provider could not be reached. Please try again later. It does not count against your quota.""".formatted(scene.alice.mention(), scene.bob.id()));
        assertThat(posted.pings().users()).containsExactly(scene.alice.id());
        assertThat(posted.buttons()).isEmpty();
        assertThat(scene.general.messages()).hasSize(2);
    }

    @Test
    void aRefusalWithASuggestionOffersIt() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, "like that band");
        Job failed = scene.fails(
                job,
                new Refusal(Reason.CONTENT_REFUSED, Optional.of(new Suggestion.OtherPrompt("guitar *pop*\n@here"))));

        rig.publisher().refuse(failed, failed.refusal().orElseThrow());

        SandboxMessage posted = scene.general.messages().getLast();
        assertThat(posted.content()).endsWith("\nThis prompt would be taken: “guitar \\*pop\\* \\@here”");
        assertThat(posted.button("Use this prompt").customId()).isEqualTo("suggest:" + job.id());
        assertThat(posted.pings().everyone()).isFalse();
    }

    @Test
    void aPrivateSongIsRefusedInPrivate() {
        Scene scene = rig.scene();
        Job job = scene.asks(scene.alice, Map.of("prompt", "a secret", "private", true));
        Job failed = scene.fails(job, Refusal.because(Reason.BUG));

        rig.publisher().refuse(failed, failed.refusal().orElseThrow());

        assertThat(scene.alice.directMessages().getLast().content()).contains("Something went wrong inside the bot");
        assertThat(scene.bob.sees(scene.general)).isEmpty();
    }

    @Test
    void beforeTheBotIsConnectedASongIsToBeTriedLater(@TempDir Path folder) throws IOException {
        Scene scene = rig.scene();
        Job job = scene.rendered(scene.asks(scene.alice, "a calm river"));
        try (BotRig early = new BotRig(folder)) {
            assertThat(early.publisher().publish(job, rig.track(1000))).isInstanceOf(Publication.TryLater.class);
        }
    }

    private static PostedAt at(SandboxMessage message) {
        return new PostedAt(new ChannelId(message.channel().id()), new MessageId(message.id()));
    }

    /** The bot may neither see #general nor post there. */
    private static void close(Scene scene) {
        scene.general.deny(scene.guild.botRole(), Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES);
        rig.awaitLoss(scene.general, net.dv8tion.jda.api.Permission.MESSAGE_SEND);
    }
}
