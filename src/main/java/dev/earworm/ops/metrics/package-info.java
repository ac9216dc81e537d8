/**
 * Figures of the running program, as Prometheus reads them at {@code GET /metrics}.
 *
 * <p>Start with {@link dev.earworm.ops.metrics.Metrics}. Nobody else counts: what is measured comes by a {@link
 * dev.earworm.jobs.JobListener}, by what is put around a port, or is asked for at each scrape. The values of labels are
 * few and known beforehand: no guilds, no members, no songs. Names and meanings are in {@code src/docs/operations.md},
 * which a test compares with a scrape.
 */
@NullMarked
package dev.earworm.ops.metrics;

import org.jspecify.annotations.NullMarked;
