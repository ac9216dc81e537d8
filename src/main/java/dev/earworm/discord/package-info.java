/**
 * Everything that speaks Discord.
 *
 * <p>Must not know SQL or a vendor.
 */
@NullMarked
package dev.earworm.discord;

import org.jspecify.annotations.NullMarked;
