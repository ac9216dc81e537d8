/**
 * AI/ML API: submit, poll, download.
 *
 * <p>Start with {@code AimlapiProvider}; {@code AimlapiModels} lists what is sold, a new model is one more entry there;
 * {@code AimlapiErrors} sorts what the vendor refuses. {@code Music01Composer} speaks the one other protocol. Must not
 * know jobs, quota or Discord.
 */
@NullMarked
package dev.earworm.providers.aimlapi;

import org.jspecify.annotations.NullMarked;
