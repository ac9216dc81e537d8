package dev.earworm.usage;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Refusal;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.TrackDetails;
import dev.earworm.music.Usd;
import dev.earworm.quota.Account;
import dev.earworm.quota.Allowance;
import dev.earworm.quota.Charge;
import dev.earworm.quota.Claim;
import dev.earworm.quota.Payer;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.Reservation;
import dev.earworm.quota.Spender;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Songs of one day after the other, with what they cost, for tests of what is reported of them. */
public final class UsedSongs {
    public static final Duration LENGTH = Duration.ofSeconds(90);
    public static final Optional<Usd> UNKNOWN = Optional.empty();

    private final JobStore store;
    private final QuotaLedger ledger;
    private long messages = 5000;
    private int songs;

    public UsedSongs(JobStore store, QuotaLedger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    public static Optional<Usd> usd(String dollars) {
        return Optional.of(Usd.of(dollars));
    }

    public Job queued(Account member, ModelId model, Instant at, Optional<Usd> estimated) {
        Job job = Job.queued(
                JobId.at(at, ++songs),
                JobFixtures.order(member, JobFixtures.request(model, "a secret prompt", LENGTH)),
                estimated,
                at);
        store.add(job);
        ledger.reserve(
                new Reservation(
                        job.id(),
                        Spender.as(member, Set.of()),
                        new Claim((int) LENGTH.toSeconds(), estimated, Payer.INSTANCE),
                        at),
                Allowance.ofMember(QuotaLimits.UNLIMITED));
        return job;
    }

    public Job delivered(Account member, ModelId model, Instant at, Optional<Usd> estimated, Optional<Usd> actual) {
        Job job = queued(member, model, at, estimated);
        store.promote(job.id(), Integer.MAX_VALUE, at);
        store.rendered(job.id(), TrackDetails.NONE.withCost(actual), at);
        store.delivered(
                job.id(), new PostedAt(job.destination().channel(), new MessageId(++messages)), at.plusSeconds(60));
        actual.ifPresent(charged -> ledger.settle(job.id(), charged));
        ledger.commit(job.id());
        return job;
    }

    public Job failed(Account member, ModelId model, Instant at) {
        Job job = queued(member, model, at, usd("9.99"));
        store.promote(job.id(), Integer.MAX_VALUE, at);
        store.failed(job.id(), new Refusal(Refusal.Reason.UNAVAILABLE, Optional.empty()), at);
        store.told(job.id());
        ledger.release(job.id(), Charge.NONE);
        return job;
    }

    public Job calledBack(Account member, ModelId model, Instant at) {
        Job job = queued(member, model, at, usd("9.99"));
        store.cancel(job.id(), at);
        ledger.release(job.id(), Charge.NONE);
        return job;
    }

    /** While it was being made. */
    public Job stopped(Account member, ModelId model, Instant at) {
        Job job = queued(member, model, at, usd("9.99"));
        store.cancel(job.id(), at);
        ledger.commit(job.id());
        return job;
    }
}
