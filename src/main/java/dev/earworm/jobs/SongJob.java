package dev.earworm.jobs;

import dev.earworm.music.AsynchronousProvider;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Providers;
import dev.earworm.music.SynchronousProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of one song, from its promotion to its end: straight-line blocking code on one virtual thread.
 *
 * <p>Each step reads where the song stands, acts, and writes one arrow of {@link JobState}. Nothing is kept between
 * steps, so the same loop carries a song on after a crash: it reads the same row, and takes the step that was not
 * written. What a step does outside before its write must therefore bear a repeat, or count it; {@link SubmitStep} and
 * {@link DeliverStep} say how.
 */
public final class SongJob {
    private static final Logger LOG = LoggerFactory.getLogger(SongJob.class);

    private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofSeconds(10);

    private final JobStore store;
    private final Providers providers;
    private final SongFiles files;
    private final SongEnding ending;
    private final SubmitStep submit;
    private final SeparateStep separate;
    private final AwaitStep await;
    private final DeliverStep deliver;
    private final TellStep tell;
    private final Room room;
    private final JobListener listener;
    private final Pause pause;

    public SongJob(
            JobStore store,
            SongEnding ending,
            Purse purse,
            SongFiles files,
            KeptFiles kept,
            Providers providers,
            ProviderSlots slots,
            ProviderHealth health,
            Fallback fallback,
            ReferenceSource references,
            SongArchive archive,
            Announcements announcements,
            LearnedWaits waits,
            SongProgress progress,
            TrackPreparer preparer,
            TrackPublisher publisher,
            Room room,
            JobListener listener,
            Pause pause,
            InstantSource clock) {
        this.store = store;
        this.providers = providers;
        this.files = files;
        this.ending = ending;
        this.room = room;
        this.listener = listener;
        this.pause = pause;
        Reassignment reassignment = new Reassignment(store, purse, files, providers, fallback, health, clock);
        ProviderDoor door = new ProviderDoor(store, ending, files, slots, health, reassignment, clock);
        this.submit = new SubmitStep(
                store,
                ending,
                purse,
                files,
                health,
                door,
                reassignment,
                new CommissionStep(ending, files, providers, references, pause),
                pause,
                clock);
        this.separate = new SeparateStep(
                store,
                ending,
                purse,
                files,
                health,
                door,
                new OriginalStep(store, ending, files, archive, pause),
                pause,
                clock);
        this.await = new AwaitStep(
                store, ending, purse, files, providers, slots, announcements, waits, progress, pause, clock);
        this.deliver = new DeliverStep(ending, files, kept, preparer, publisher, pause, clock);
        this.tell = new TellStep(store, publisher, pause);
    }

    /**
     * Carries the song on until it has ended and its member knows, or waits for another turn.
     *
     * @throws InterruptedException when the program stops; to be run again after the next start
     */
    public void run(JobId id) throws InterruptedException {
        Job job = find(id);
        while (isAtWork(job)) {
            Job before = job;
            job = SongLog.during(before, () -> next(before));
        }
        if (job.state().isEnded()) {
            files.delete(id);
        }
    }

    private Job next(Job job) throws InterruptedException {
        stepWithRoom(job);
        Job after = find(job.id());
        listener.changed(after);
        return after;
    }

    /**
     * Ends a song that failed again and again through a mistake of ours, and tells its member; where telling is what
     * fails, only the log has it.
     */
    public void abandon(JobId id, String detail) throws InterruptedException {
        Job job = find(id);
        switch (job.state()) {
            case SUBMITTING, RENDERING, RENDERED ->
                ending.failed(id, Refusal.because(Refusal.Reason.BUG), detail, ChargePolicy.of(job));
            case DELIVERED, FAILED -> {
                if (!job.told()) {
                    LOG.error("song {} has ended, and its member cannot be told: {}", id, detail);
                    store.told(id);
                }
            }
            case QUEUED, CANCELLED -> {}
        }
        run(id);
    }

    private static boolean isAtWork(Job job) {
        return job.state() != JobState.QUEUED && !(job.state().isEnded() && job.told());
    }

    /**
     * What is about to be bought must fit on the disk. And a disk that is full at any other moment is waited for: what is
     * not written is done again, as after a crash, and never given up.
     */
    private void stepWithRoom(Job job) throws InterruptedException {
        if (job.state() == JobState.SUBMITTING && !room.isEnough()) {
            LOG.warn("song {} waits for room on the disk", job.id());
            pause.pause(job.id(), UNTIL_THERE_IS_ROOM);
            return;
        }
        try {
            step(job);
        } catch (RuntimeException e) {
            if (!FullDisk.isBehind(e)) {
                throw e;
            }
            LOG.error("song {} waits: the disk is full", job.id(), e);
            pause.pause(job.id(), UNTIL_THERE_IS_ROOM);
        }
    }

    private void step(Job job) throws InterruptedException {
        switch (job.state()) {
            case SUBMITTING -> withProvider(job, provider -> begin(job, provider));
            case RENDERING -> withProvider(job, provider -> await(job, provider));
            case RENDERED -> deliver.take(job);
            case DELIVERED -> tell.announceKept(job);
            case FAILED -> tell.refuse(job);
            case QUEUED, CANCELLED ->
                throw new IllegalStateException("nothing to do for song " + job.id() + ", which is " + job.state());
        }
    }

    private void begin(Job job, MusicProvider provider) throws InterruptedException {
        switch (job.work()) {
            case Work.Song _ -> submit.take(job, provider);
            case Work.Stems stems -> separate.take(job, stems, provider);
        }
    }

    private void await(Job job, MusicProvider provider) throws InterruptedException {
        switch (provider) {
            case AsynchronousProvider asynchronous -> await.take(job, asynchronous);
            case SynchronousProvider synchronous ->
                throw new IllegalStateException(synchronous.name() + " has no songs to wait for");
        }
    }

    /** A provider may have been taken out of the configuration while its songs were under way. */
    private void withProvider(Job job, Step step) throws InterruptedException {
        Optional<MusicProvider> provider = providers.provider(job.provider());
        if (provider.isPresent()) {
            step.with(provider.get());
        } else {
            ending.failed(
                    job.id(),
                    Refusal.because(Refusal.Reason.UNAVAILABLE),
                    job.provider() + " is no longer configured",
                    ChargePolicy.of(job));
        }
    }

    private interface Step {
        void with(MusicProvider provider) throws InterruptedException;
    }

    private Job find(JobId id) {
        return store.find(id).orElseThrow(() -> new IllegalStateException("there is no song " + id));
    }
}
