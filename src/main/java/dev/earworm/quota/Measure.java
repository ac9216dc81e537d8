package dev.earworm.quota;

/** What is counted. */
public enum Measure {
    /** Songs that wait or are being made; they count until they end, whatever the day. */
    CONCURRENT_SONGS,
    SONGS,
    /** Of music. */
    SECONDS,
    /** In millionths of a US dollar, as {@link dev.earworm.music.Usd} has them. */
    USD
}
