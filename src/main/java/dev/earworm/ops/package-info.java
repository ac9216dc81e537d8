/**
 * What operators see of the running program: is it well, and what does it say in its log. And the one door that is open
 * to providers.
 *
 * <p>Start with {@link dev.earworm.ops.OpsServer}, {@link dev.earworm.ops.WebhookRoute} and {@link
 * dev.earworm.ops.LogOutput}. Must not know how any part does
 * its work: each part says by a {@link dev.earworm.ops.HealthCheck} how it is.
 */
@NullMarked
package dev.earworm.ops;

import org.jspecify.annotations.NullMarked;
