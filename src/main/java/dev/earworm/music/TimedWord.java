package dev.earworm.music;

import java.time.Duration;

/** A word that is sung, and when. */
public record TimedWord(String word, Duration from, Duration to) {}
