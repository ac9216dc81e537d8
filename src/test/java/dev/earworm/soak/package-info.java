/**
 * Hours of traffic on the packaged program, with faults: {@code mvn -Psoak verify}. Begin at {@link
 * dev.earworm.soak.TrafficSoak}. It draws up what the program held, minute by minute, in {@code target/soak}, and fails
 * when that grows, or when a song was lost or made twice.
 */
package dev.earworm.soak;
