package dev.earworm.discord.command;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.NOON;
import static dev.earworm.jobs.JobFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Forecast;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.QueuedSong;
import dev.earworm.jobs.SongOrder;
import dev.earworm.jobs.Visibility;
import dev.earworm.library.Reader;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueCommandTest {
    private static final Reader READER = new Reader(ALICE, Set.of(new ChannelId(100)));
    private static final String READY = "<t:" + NOON.getEpochSecond() + ":R>";

    @Test
    void anEmptyQueueSaysSo() {
        assertThat(QueueCommand.listed(List.of(), READER)).isEqualTo("No song is in the works.");
    }

    @Test
    void everySongIsALine() {
        assertThat(QueueCommand.listed(
                        List.of(
                                song(ALICE, "a *calm* river", Visibility.PUBLIC, 1),
                                song(BOB, "a wild sea", Visibility.PUBLIC, 2)),
                        READER))
                .isEqualTo("<@10> “a \\*calm\\* river” · next · ready " + READY + "\n"
                        + "<@11> “a wild sea” · number 2 · ready " + READY);
    }

    @Test
    void anotherMembersPrivateSongIsThereWithoutItsWords() {
        List<QueuedSong> songs =
                List.of(song(ALICE, "mine", Visibility.PRIVATE, 1), song(BOB, "a secret", Visibility.PRIVATE, 2));

        assertThat(QueueCommand.listed(songs, READER))
                .contains("“mine”", "<@11> a private song")
                .doesNotContain("secret");
    }

    @Test
    void aLongQueueIsCutAndFitsIntoAMessageWhateverThePromptsAre() {
        List<QueuedSong> songs = Collections.nCopies(25, song(ALICE, "*_@`".repeat(500), Visibility.PUBLIC, 1_000));

        String listed = QueueCommand.listed(songs, READER);

        assertThat(listed).endsWith("\n… and 15 more.").hasSizeLessThan(2000);
    }

    @Test
    void everyStageIsSaidAsTheStatusMessageSaysIt() {
        Instant begun = NOON.minusSeconds(100);
        assertThat(stage(new Forecast.InLine(3, NOON))).isEqualTo("number 3 · ready " + READY);
        assertThat(stage(new Forecast.Making(47, NOON))).isEqualTo("being made, 40 % · ready " + READY);
        assertThat(stage(new Forecast.Making(95, NOON))).isEqualTo("being made, 95 % · ready " + READY);
        assertThat(stage(new Forecast.Late(OptionalInt.empty(), begun)))
                .isEqualTo("being made, longer than usual, begun <t:" + begun.getEpochSecond() + ":R>");
        assertThat(stage(new Forecast.Late(OptionalInt.of(61), begun)))
                .isEqualTo("being made, 60 %, longer than usual, begun <t:" + begun.getEpochSecond() + ":R>");
        assertThat(stage(new Forecast.Certain())).isEqualTo("nearly there");
    }

    private static String stage(Forecast forecast) {
        QueuedSong song = song(ALICE, "a calm river", Visibility.PUBLIC, 1);
        String listed = QueueCommand.listed(List.of(new QueuedSong(song.job(), forecast)), READER);
        assertThat(listed).startsWith("<@10> “a calm river” · ");
        return listed.substring("<@10> “a calm river” · ".length());
    }

    private static QueuedSong song(Account account, String prompt, Visibility visibility, int position) {
        Destination destination =
                new Destination(new ChannelId(100), visibility, Optional.empty(), 1000, Locale.ENGLISH);
        SongOrder order = new SongOrder(account, destination, request(prompt, Duration.ofSeconds(30)));
        return new QueuedSong(
                Job.queued(JobId.next(NOON), order, Optional.empty(), NOON), new Forecast.InLine(position, NOON));
    }
}
