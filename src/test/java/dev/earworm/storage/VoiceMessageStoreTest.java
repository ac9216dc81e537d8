package dev.earworm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.privacy.PersonalSong;
import dev.earworm.quota.QuotaDay;
import org.junit.jupiter.api.Test;

class VoiceMessageStoreTest extends StoreTest {
    private static final Job SONG = JobFixtures.queued(JobFixtures.ALICE, JobFixtures.NOON);
    private static final PostedAt OLDER = at(5);
    private static final PostedAt NEWER = at(6);

    @Test
    void voiceMessagesAreKnownAfterARestartTheNewestFirst() {
        database.jobs().add(SONG);
        database.voiceMessages().add(SONG.id(), OLDER);
        database.voiceMessages().add(SONG.id(), NEWER);
        database.voiceMessages().add(SONG.id(), NEWER);

        restart();

        assertThat(database.voiceMessages().of(SONG.id())).containsExactly(NEWER, OLDER);
        assertThat(database.voiceMessages().of(SONG.id().successor())).isEmpty();
    }

    @Test
    void thoseThatAreGoneAreForgotten() {
        database.jobs().add(SONG);
        database.voiceMessages().add(SONG.id(), OLDER);

        database.voiceMessages().forget(SONG.id());

        assertThat(database.voiceMessages().of(SONG.id())).isEmpty();
    }

    @Test
    void theirPersonReadsOfThem() {
        database.jobs().add(SONG);
        database.voiceMessages().add(SONG.id(), OLDER);

        assertThat(database.personalData().songs(SONG.account().user()))
                .flatMap(PersonalSong::besides)
                .containsExactly(OLDER);
    }

    @Test
    void whatIsPostedWhileAPersonIsForgottenIsNotWrittenDown() {
        database.jobs().add(SONG);
        database.jobs().cancel(SONG.id(), JobFixtures.NOON);
        database.personalData().erase(SONG.account().user(), QuotaDay.of(JobFixtures.NOON));

        database.voiceMessages().add(SONG.id(), OLDER);
        database.copies().add(SONG.id(), NEWER, JobFixtures.NOON);
        database.keptSongs().handedOver(SONG.id(), NEWER);

        assertThat(database.voiceMessages().of(SONG.id())).isEmpty();
        assertThat(database.copies().of(SONG.id())).isEmpty();
        assertThat(database.jobs().find(SONG.id()).flatMap(Job::trackMessage)).isEmpty();
    }

    private static PostedAt at(long message) {
        return new PostedAt(new ChannelId(-3), new MessageId(message));
    }
}
