/**
 * One bot as several processes, each a real one, on one PostgreSQL and at one Discord. Start with {@link
 * dev.earworm.fleet.Fleet}; what one process decides is tested elsewhere, here only what they have to agree about.
 */
package dev.earworm.fleet;
