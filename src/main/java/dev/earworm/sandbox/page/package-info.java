/**
 * A page for the browser that looks and works like Discord's client: a channel to type in, and what the bot posts there.
 *
 * <p>A client of the engine alone: it shows what was registered and posted through Discord's API, and moves members by
 * their public methods. Knows nothing of the bot. Its files are the resources in {@code sandbox/page}.
 *
 * <h2>Between page and server</h2>
 *
 * <p>JSON; ids are text, times are milliseconds since 1970. Whoever sits at the page is the user {@code as}.
 *
 * <ul>
 *   <li>{@code GET /page/events?as} tells what this user sees, as server-sent events: {@code state} (everything: guilds with
 *       channels, people, roles, messages, controls; first, and again when places or controls change), {@code message} (new
 *       or changed, by its id), {@code gone}, {@code interaction} (the user's own: sent, answered, failed),
 *       {@code commands} (ask again) and {@code bot} (whether it is connected).
 *   <li>{@code GET /page/commands?as&channel} answers Discord's command objects, as this user is offered them there.
 *   <li>{@code POST /page/run, press, select, submit} do what a member does, wait for the bot's first answer, and tell
 *       whether it failed and which form it opened; {@code complete} answers choices; {@code say}, {@code delete} and
 *       {@code locale} are for the user's own messages and language, {@code control} moves a {@link
 *       dev.earworm.sandbox.page.Control}. With files it is a form whose part {@code order} is the JSON.
 *   <li>What cannot be done is a status of 4xx and {@code {"problem": "A sentence."}}.
 * </ul>
 */
@NullMarked
package dev.earworm.sandbox.page;

import org.jspecify.annotations.NullMarked;
