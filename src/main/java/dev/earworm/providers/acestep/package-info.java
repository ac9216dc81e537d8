/**
 * ACE-Step 1.5: a model that runs on a machine of the operator's, without an account.
 *
 * <p>Must not know jobs, quota or Discord.
 */
@NullMarked
package dev.earworm.providers.acestep;

import org.jspecify.annotations.NullMarked;
