/**
 * What the bot knows of a person, for that person: all of it in one file, and its end.
 *
 * <p>Start with {@link dev.earworm.privacy.PersonalData}. Must not know Discord, a vendor or SQL.
 */
@NullMarked
package dev.earworm.privacy;

import org.jspecify.annotations.NullMarked;
