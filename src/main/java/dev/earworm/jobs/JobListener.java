package dev.earworm.jobs;

/** Is told what happens to songs, after it is on disk. Must return soon and not throw; may be told of a state twice. */
@FunctionalInterface
public interface JobListener {
    void changed(Job job);

    /** An order was answered; if it was accepted, that is on disk. */
    default void answered(Acceptance acceptance) {}
}
