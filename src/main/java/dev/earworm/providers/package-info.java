/**
 * The vendors' side: one sub-package a vendor, and the HTTP manners that they share.
 *
 * <p>Must not know jobs, quota or Discord.
 */
@NullMarked
package dev.earworm.providers;

import org.jspecify.annotations.NullMarked;
