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
import dev.earworm.music.JobId;
import dev.earworm.music.SongRequest;
import dev.earworm.music.TrackDetails;
import dev.earworm.quota.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Songs that were made, for tests that begin where they end. */
public final class FinishedSongs {
    private static final ChannelId CHANNEL = new ChannelId(100);

    private final JobStore store;
    private long messages = 1000;

    public FinishedSongs(JobStore store) {
        this.store = store;
    }

    /** Posted where it was asked for. */
    public Job posted(Account account, String prompt, Instant at) {
        return posted(account, prompt, Visibility.PUBLIC, at);
    }

    public Job posted(Account account, String prompt, Visibility visibility, Instant at) {
        Job job = rendered(account, JobFixtures.request(prompt, Duration.ofSeconds(30)), visibility, at);
        ChannelId channel = visibility == Visibility.PUBLIC ? CHANNEL : new ChannelId(200);
        store.delivered(job.id(), new PostedAt(channel, new MessageId(++messages)), at);
        return find(job);
    }

    public Job kept(Account account, String prompt, Instant at, Instant until) {
        Job job = rendered(account, JobFixtures.request(prompt, Duration.ofSeconds(30)), Visibility.PUBLIC, at);
        store.kept(job.id(), until, at);
        store.told(job.id());
        return find(job);
    }

    public Job rendered(Account account, SongRequest request, Visibility visibility, Instant at) {
        Destination destination = new Destination(
                CHANNEL,
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
