package dev.earworm;

import dev.earworm.discord.DiscordConnection;
import dev.earworm.jobs.Acceptance;
import dev.earworm.jobs.Alarms;
import dev.earworm.jobs.Announcements;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobListener;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.ProviderSlots;
import dev.earworm.jobs.ShardRange;
import dev.earworm.keys.GuildProviders;
import dev.earworm.storage.Database;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the processes of one bot tell each other, by way of their database. */
final class Neighbours {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);

    private final Database database;
    private final ShardRange shards;

    Neighbours(Database database, ShardRange shards) {
        this.database = database;
        this.shards = shards;
    }

    /** Known to all, whoever learned it. */
    ProviderSlots slots(GuildProviders providers, InstantSource clock) {
        ProviderSlots slots = new ProviderSlots(providers, database.learnedSlots(), clock);
        database.invalidation().of("learned_slots", _ -> slots.forgetMemory(), slots::forgetMemory);
        return slots;
    }

    /** Heard by all, whomever the provider called. */
    Announcements announcements(JobStore store, Alarms alarms) {
        Announcements announcements = new Announcements(store, alarms, database::tellNews);
        database.invalidation().ofSongs(announcements::heardElsewhere);
        return announcements;
    }

    /**
     * Songs may be asked for and called back in another process than theirs: in direct messages, say. Theirs hears of it.
     */
    JobListener passingOn(JobListener own) {
        return new JobListener() {
            @Override
            public void changed(Job job) {
                if (isOurs(job)) {
                    own.changed(job);
                } else {
                    passOn(job);
                }
            }

            @Override
            public void answered(Acceptance acceptance) {
                own.answered(acceptance);
            }
        };
    }

    /** It is on disk already: whoever asked for it is answered all the same, and the song's own process looks by itself. */
    private void passOn(Job job) {
        try {
            database.tellNews(job.id());
        } catch (RuntimeException e) {
            LOG.warn("news of song {} could not be passed on", job.id(), e);
        }
    }

    /** What others pass on. */
    void hear(JobStore store, JobListener own) {
        database.invalidation()
                .ofSongs(id -> store.find(id).filter(this::isOurs).ifPresent(own::changed));
    }

    private boolean isOurs(Job job) {
        return shards.has(job.account().guild());
    }

    /** Shards of a bot that is one process need no turns but JDA's own. */
    void takeTurns(DiscordConnection connection) {
        if (!shards.isWhole()) {
            connection.identifiesInTurn(database::takeIdentifyTurn);
        }
    }
}
