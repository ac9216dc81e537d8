/**
 * AIgateway: submit, poll or be called, download.
 *
 * <p>Must not know jobs, quota or Discord.
 */
@NullMarked
package dev.earworm.providers.aigateway;

import org.jspecify.annotations.NullMarked;
