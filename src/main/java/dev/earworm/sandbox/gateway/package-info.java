/**
 * The gateway: WebSocket connections, sessions that outlive them, and the events that they are told.
 *
 * <p>Start with {@link dev.earworm.sandbox.gateway.GatewayServer}. Must not know what an event means; {@link
 * dev.earworm.sandbox.gateway.GatewaySource} tells it what a bot is greeted with.
 */
@NullMarked
package dev.earworm.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
