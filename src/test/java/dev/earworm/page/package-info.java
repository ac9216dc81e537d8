/**
 * The sandbox page, as people meet it: a real browser at the real program.
 *
 * <p>Read first: {@link dev.earworm.page.PageTest}, which makes a class one of these tests, and
 * {@link dev.earworm.page.Visitor}, who is what they move.
 */
@NullMarked
package dev.earworm.page;

import org.jspecify.annotations.NullMarked;
