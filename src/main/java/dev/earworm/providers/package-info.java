/**
 * The vendors' side: one sub-package a vendor, and the HTTP manners that they share.
 *
 * <p>Start with {@code VendorHttp} (what a vendor is asked, and whether the question surely never left) and {@code
 * AudioFetcher} (how finished audio is brought home from an address that nobody vouches for). Must not know jobs, quota
 * or Discord.
 */
@NullMarked
package dev.earworm.providers;

import org.jspecify.annotations.NullMarked;
