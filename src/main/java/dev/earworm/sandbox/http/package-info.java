/**
 * The REST side's transport: sockets, headers, uploads, rate limits, faults on demand and the log of what was asked.
 *
 * <p>Start with {@link dev.earworm.sandbox.http.RestServer}. Must not know guilds, messages or interactions.
 */
@NullMarked
package dev.earworm.sandbox.http;

import org.jspecify.annotations.NullMarked;
