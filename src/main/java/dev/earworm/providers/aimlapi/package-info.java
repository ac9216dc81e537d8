/**
 * AI/ML API: submit, poll, download.
 *
 * <p>Start with {@code AimlapiProvider}; {@code AimlapiErrors} sorts what the vendor refuses. Must not know jobs, quota or
 * Discord.
 */
@NullMarked
package dev.earworm.providers.aimlapi;

import org.jspecify.annotations.NullMarked;
