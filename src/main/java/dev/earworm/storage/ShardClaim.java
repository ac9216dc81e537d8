package dev.earworm.storage;

/** What came of wanting to run some shards. */
public sealed interface ShardClaim {
    /** Nobody else runs any of them, until this process ends. */
    record Granted() implements ShardClaim {}

    /**
     * They have to be waited for.
     *
     * @param why for the operator, as the end of a sentence
     */
    record Waiting(String why) implements ShardClaim {}
}
