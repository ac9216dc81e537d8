/**
 * ACE-Step 1.5: a model that runs on a machine of the operator's, without an account.
 *
 * <p>Start with {@code AcestepProvider}; {@code AcestepTask} is what the server is asked for, {@code AcestepAnswers} what
 * it says. Must not know jobs, quota or Discord.
 */
@NullMarked
package dev.earworm.providers.acestep;

import org.jspecify.annotations.NullMarked;
