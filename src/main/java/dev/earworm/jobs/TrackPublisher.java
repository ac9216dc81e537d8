package dev.earworm.jobs;

/**
 * Hands a song, or news of it, to its member. Each call may be repeated after a crash: a repeat
 * within minutes must not post twice.
 */
public interface TrackPublisher {
    /** Posts the finished song, or its stems, and mentions its member. */
    Publication publish(Job job, Finished finished);

    /** Posts a song that its member has had once more, for whoever wishes that, and mentions nobody. */
    Publication resend(Job job, FinishedTrack track, Resend wish);

    /** Says once and plainly why there is no song; the quota is already released. */
    Publication refuse(Job job, Refusal refusal);

    /** Says once that the song is made, could be given to nobody, and waits in the library. */
    Publication announceKept(Job job);
}
