/**
 * Fault tests: the real program in a process of its own, members who order songs, vendors and a Discord that fail in every
 * known way, a database that is locked, a disk that is full, a clock that jumps, and SIGKILL at random moments. Start with
 * {@link dev.earworm.chaos.ChaosRun}; what must hold in the end is in {@link dev.earworm.chaos.Verdict}.
 *
 * <p>What goes wrong when follows from a seed ({@link dev.earworm.chaos.FaultPlan}). Where a process happens to be when it
 * is killed does not, wholly: threads and the machine have a say in it.
 */
package dev.earworm.chaos;
