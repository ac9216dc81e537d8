/**
 * Apiframe v2: submit with an idempotency key, poll or be called, download.
 *
 * <p>Must not know jobs, quota or Discord.
 */
@NullMarked
package dev.earworm.providers.apiframe;

import org.jspecify.annotations.NullMarked;
