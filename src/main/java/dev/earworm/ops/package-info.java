/**
 * What operators see of the running program: is it well, and what does it say in its log.
 *
 * <p>Start with {@link dev.earworm.ops.OpsServer} and {@link dev.earworm.ops.LogOutput}. Must not know how any part does
 * its work: each part says by a {@link dev.earworm.ops.HealthCheck} how it is.
 */
@NullMarked
package dev.earworm.ops;

import org.jspecify.annotations.NullMarked;
