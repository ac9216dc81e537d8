package dev.earworm.jobs;

import dev.earworm.music.JobId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the executions of songs are called: by the shard that a song belongs to, so that a process sees those of its own
 * shards and no others. The songs of a bot that is one process have one name, whatever Discord calls its shards.
 */
final class ShardTasks {
    private static final String SONG = "song";

    private final ShardRange shards;
    private final JobStore store;

    ShardTasks(ShardRange shards, JobStore store) {
        this.shards = shards;
        this.store = store;
    }

    /** Those of this process. */
    List<String> own() {
        return IntStream.rangeClosed(shards.first(), shards.last())
                .mapToObj(this::name)
                .toList();
    }

    /** That of a song, whichever process has it. */
    String of(JobId id) {
        return shards.total() == 1 ? SONG : known(id).orElseThrow(() -> new IllegalStateException("no song " + id));
    }

    /** What an execution is to be called here that was named for another number of shards; empty if it is not ours. */
    Optional<String> adopted(String name, JobId id) {
        return isOfOurTotal(name) ? Optional.empty() : known(id).filter(own()::contains);
    }

    private Optional<String> known(JobId id) {
        return store.find(id).map(job -> name(shards.shardOf(job.account().guild())));
    }

    private String name(int shard) {
        return shards.total() == 1 ? SONG : SONG + " " + shard + "/" + shards.total();
    }

    private boolean isOfOurTotal(String name) {
        return shards.total() == 1 ? name.equals(SONG) : name.endsWith("/" + shards.total());
    }
}
