package dev.earworm.discord.delivery;

import dev.earworm.audio.Voice;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.SongArchive;
import dev.earworm.jobs.SongArchive.Retrieval;
import dev.earworm.jobs.SongFiles;
import dev.earworm.jobs.VoiceMessageStore;
import dev.earworm.music.JobId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Sends finished songs once more as voice messages, which phones can scrub: each where its song is, as a message of its
 * own, because Discord lets nothing stand beside one.
 *
 * <p>A song has one, however often and by whomever it is asked for: what was sent is written down, what is under way is
 * known, and for what happens between the two Discord keeps the nonce for some minutes.
 */
public final class VoiceMessages {
    /** Fetching and encoding keep a processor busy for seconds. */
    private static final int AT_ONCE = 2;

    private final SongArchive archive;
    private final VoiceMaker maker;
    private final VoiceMessageStore store;
    private final SongFiles files;
    private final PostedMessages messages;
    private final VoicePostman postman;
    private final Set<JobId> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /**
     * Sends nothing by itself.
     *
     * @param files for what is made on the way; nobody else's
     */
    public VoiceMessages(
            Shards shards, SongArchive archive, VoiceMaker maker, VoiceMessageStore store, SongFiles files) {
        Places places = new Places(shards);
        this.archive = archive;
        this.maker = maker;
        this.store = store;
        this.files = files;
        this.messages = new PostedMessages(places);
        this.postman = new VoicePostman(places);
    }

    /**
     * Sends the voice of a song that was delivered.
     *
     * @throws UncheckedIOException when the disk or the encoder fails
     */
    public VoiceOutcome send(Job job) {
        if (!underWay.add(job.id())) {
            return new VoiceOutcome.UnderWay();
        }
        try {
            return once(job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new VoiceOutcome.Later("interrupted");
        } finally {
            files.delete(job.id());
            underWay.remove(job.id());
        }
    }

    private VoiceOutcome once(Job job) throws InterruptedException {
        Optional<VoiceOutcome> before = postman.obstacle(job).or(() -> sentBefore(job));
        if (before.isPresent()) {
            return before.get();
        }
        turns.acquire();
        try {
            return made(job);
        } finally {
            turns.release();
        }
    }

    /** Empty where there is none, or none any more. */
    private Optional<VoiceOutcome> sentBefore(Job job) {
        for (PostedAt at : store.of(job.id())) {
            switch (messages.retrieve(job, at)) {
                case Sent.Done done -> {
                    return Optional.of(
                            new VoiceOutcome.AlreadyThere(done.message().getJumpUrl()));
                }
                case Sent.Later later -> {
                    return Optional.of(new VoiceOutcome.Later(later.detail()));
                }
                case Sent.Closed _, Sent.TooLarge _ -> {}
            }
        }
        return Optional.empty();
    }

    private VoiceOutcome made(Job job) throws InterruptedException {
        files.delete(job.id());
        Path song = files.raw(job.id());
        return switch (archive.retrieve(job, song)) {
            case Retrieval.Retrieved _ -> sent(job, voice(job, song));
            case Retrieval.Gone gone -> new VoiceOutcome.SongGone(gone.detail());
            case Retrieval.Unreachable unreachable -> new VoiceOutcome.Later(unreachable.detail());
        };
    }

    private Voice voice(Job job, Path song) throws InterruptedException {
        try {
            return maker.make(song, files.folder(job.id()).resolve(VoicePostman.FILE_NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VoiceOutcome sent(Job job, Voice voice) {
        return switch (postman.send(job, voice)) {
            case Sent.Done done -> {
                store.add(job.id(), PostedMessages.at(done.message()));
                yield new VoiceOutcome.Sent(done.message().getJumpUrl());
            }
            case Sent.Closed closed -> new VoiceOutcome.Closed(closed.detail());
            case Sent.TooLarge tooLarge -> new VoiceOutcome.TooLarge(tooLarge.detail());
            case Sent.Later later -> new VoiceOutcome.Later(later.detail());
        };
    }
}
