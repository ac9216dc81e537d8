/**
 * A page for the browser that looks and works like Discord's client: a channel to type in, and what the bot posts there.
 *
 * <p>A client of the engine alone: it shows what was registered and posted through Discord's API, and moves members by
 * their public methods. Knows nothing of the bot. Its files are the resources in {@code sandbox/page}.
 */
@NullMarked
package dev.earworm.sandbox.page;

import org.jspecify.annotations.NullMarked;
