package dev.earworm.library;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Destination.InteractionToken;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.SongOrder;
import dev.earworm.jobs.Visibility;
import dev.earworm.jobs.Work;
import dev.earworm.music.JobId;
import dev.earworm.music.SongRequest;
import dev.earworm.music.StemSeparator.StemSet;
import dev.earworm.music.TrackDetails;
import dev.earworm.quota.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Songs that were made, for tests that begin where they end. */
public final class FinishedSongs {
    private final JobStore store;
    private final ChannelId channel;
    private long messages = 1000;

    public FinishedSongs(JobStore store) {
        this(store, new ChannelId(100));
    }

    /** @param channel where they are asked for */
    public FinishedSongs(JobStore store, ChannelId channel) {
        this.store = store;
        this.channel = channel;
    }

    /** Posted where it was asked for. */
    public Job posted(Account account, String prompt, Instant at) {
        return posted(account, prompt, Visibility.PUBLIC, at);
    }

    public Job posted(Account account, String prompt, Visibility visibility, Instant at) {
        Job job = rendered(account, JobFixtures.request(prompt, Duration.ofSeconds(30)), visibility, at);
        ChannelId place = visibility == Visibility.PUBLIC ? channel : new ChannelId(200);
        store.delivered(job.id(), new PostedAt(place, new MessageId(++messages)), at);
        return find(job);
    }

    public Job kept(Account account, String prompt, Instant at, Instant until) {
        Job job = rendered(account, JobFixtures.request(prompt, Duration.ofSeconds(30)), Visibility.PUBLIC, at);
        return kept(job, until);
    }

    /** The stems of a song, which nobody could be given. */
    public Job keptStems(Job song, Instant until) {
        return kept(stems(song), until);
    }

    /** The stems of a song, posted where they were asked for. */
    public Job postedStems(Job song) {
        Job job = stems(song);
        store.delivered(job.id(), new PostedAt(channel, new MessageId(++messages)), song.acceptedAt());
        return find(job);
    }

    private Job stems(Job song) {
        SongOrder order = SongOrder.ofStems(song, new Work.Stems(song.id(), StemSet.SIX), song.destination());
        Job job = Job.queued(JobId.next(song.acceptedAt()), order, Optional.empty(), song.acceptedAt());
        store.add(job);
        store.promote(job.id(), Integer.MAX_VALUE, song.acceptedAt());
        store.rendered(job.id(), TrackDetails.NONE, song.acceptedAt());
        return job;
    }

    private Job kept(Job job, Instant until) {
        store.kept(job.id(), until, job.acceptedAt());
        store.told(job.id());
        return find(job);
    }

    public Job rendered(Account account, SongRequest request, Visibility visibility, Instant at) {
        Destination destination = new Destination(
                channel,
                visibility,
                Optional.of(new InteractionToken("a-very-secret-token", at)),
                10L * 1024 * 1024,
                Locale.ENGLISH);
        Job job = Job.queued(JobId.next(at), new SongOrder(account, destination, request), Optional.empty(), at);
        store.add(job);
        store.promote(job.id(), Integer.MAX_VALUE, at);
        store.rendered(job.id(), TrackDetails.NONE, at);
        return find(job);
    }

    private Job find(Job job) {
        return store.find(job.id()).orElseThrow();
    }
}
