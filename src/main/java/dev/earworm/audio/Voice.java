package dev.earworm.audio;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A song as a voice message.
 *
 * @param file in Ogg Opus, mono, 48 kHz
 * @param length of this file, as measured
 * @param waveform in 1 to {@value VoicePreparer#MOST_POINTS} steps
 */
public record Voice(Path file, Duration length, Waveform waveform) {}
