package dev.earworm.privacy;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobState;
import dev.earworm.jobs.KeptFiles;
import dev.earworm.jobs.SongMessages;
import dev.earworm.jobs.SongMessages.Withdrawal;
import dev.earworm.jobs.SongService;
import dev.earworm.privacy.PersonalDataStore.Erasure;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a person everything that is stored about them, and forgets it.
 *
 * <p>Songs that wait are called back first. One that is being made is paid for and has somebody to be handed to, so while
 * there is one nothing is forgotten, and the person asks again when it is done. Each step may be repeated: after a crash
 * the person asks again, too.
 */
public final class PersonalData {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalData.class);

    private final PersonalDataStore store;
    private final SongService songs;
    private final SongMessages messages;
    private final KeptFiles kept;
    private final InstantSource clock;

    public PersonalData(
            PersonalDataStore store, SongService songs, SongMessages messages, KeptFiles kept, InstantSource clock) {
        this.store = store;
        this.songs = songs;
        this.messages = messages;
        this.kept = kept;
        this.clock = clock;
    }

    /** All of it, as a JSON file that explains itself; without the secrets that let the bot answer commands. */
    public byte[] export(UserId person) {
        return ExportFile.of(
                person,
                store.songs(person),
                store.reservations(person),
                store.decisions(person),
                store.drafts(person),
                clock.instant());
    }

    /** Leaves messages where they are. */
    public Forgetting forget(UserId person) {
        callBack(person);
        return erase(person, 0);
    }

    /** Deletes the messages of their songs first, as far as the bot reaches them. */
    public Forgetting forgetWithMessages(UserId person) {
        callBack(person);
        List<Job> all = jobs(person);
        int inTheWorks = (int) all.stream().filter(PersonalData::isInTheWorks).count();
        if (inTheWorks > 0) {
            return new Forgetting.SongsInTheWorks(inTheWorks);
        }
        int stillPosted = 0;
        for (Job job : all) {
            switch (messages.withdraw(job)) {
                case Withdrawal.Withdrawn _ -> {}
                case Withdrawal.OutOfReach out -> {
                    LOG.info("song {} stays posted: {}", job.id(), out.detail());
                    stillPosted++;
                }
                case Withdrawal.TryLater _ -> {
                    return new Forgetting.TryLater();
                }
            }
        }
        return erase(person, stillPosted);
    }

    /** Forgets what had to stay as long as it counted against some quota. */
    public void forgetLeftovers(Instant now) {
        store.forgetLeftovers(QuotaDay.of(now));
    }

    private void callBack(UserId person) {
        for (Job job : jobs(person)) {
            if (job.state() == JobState.QUEUED) {
                var _ = songs.cancel(job.id(), job.account());
            }
        }
    }

    private List<Job> jobs(UserId person) {
        return store.songs(person).stream().map(PersonalSong::job).toList();
    }

    private static boolean isInTheWorks(Job job) {
        return !job.state().isEnded() || !job.told();
    }

    private Forgetting erase(UserId person, int stillPosted) {
        return switch (store.erase(person, QuotaDay.of(clock.instant()))) {
            case Erasure.SongsInTheWorks works -> new Forgetting.SongsInTheWorks(works.count());
            case Erasure.Erased erased -> {
                erased.songs().forEach(kept::delete);
                yield new Forgetting.Forgotten(erased.songs().size(), stillPosted);
            }
        };
    }
}
