/**
 * What was made in a guild in some days: how many songs, how much music, for how much money; day by day, member by member
 * or model by model, or song by song as a sheet.
 *
 * <p>Start at {@link dev.earworm.usage.UsageStore}, whose answers are {@link dev.earworm.usage.UsageReport} and
 * {@link dev.earworm.usage.UsedSong}. Must not know Discord, storage or what a song is about.
 */
@NullMarked
package dev.earworm.usage;

import org.jspecify.annotations.NullMarked;
