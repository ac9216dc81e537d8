/**
 * Apiframe v2: submit with an idempotency key, poll or be called, download.
 *
 * <p>Start with {@code ApiframeProvider}; each {@code ApiframeModel} knows one model's fields, {@code ApiframeErrors} sorts
 * what the vendor refuses, {@code ApiframeJobList} finds a song whose reply was lost. Must not know jobs, quota or
 * Discord.
 */
@NullMarked
package dev.earworm.providers.apiframe;

import org.jspecify.annotations.NullMarked;
