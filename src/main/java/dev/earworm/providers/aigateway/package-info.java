/**
 * AIgateway: submit, poll or be called, download.
 *
 * <p>Start with {@code AigatewayProvider}. The vendor describes its own jobs, files and calls in several ways that
 * disagree; {@code JobRecord}, {@code AigatewayFiles} and {@code WebhookSignature} are where all of them are understood,
 * and {@code AigatewayHosts} says who may see the key. Must not know jobs, quota or Discord.
 */
@NullMarked
package dev.earworm.providers.aigateway;

import org.jspecify.annotations.NullMarked;
