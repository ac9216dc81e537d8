/**
 * ElevenLabs' Music API: synchronous, the answer is the audio.
 *
 * <p>Start with {@code ElevenLabsProvider}; {@code ElevenLabsErrors} sorts what the vendor refuses. Must not know jobs,
 * quota or Discord.
 */
@NullMarked
package dev.earworm.providers.elevenlabs;

import org.jspecify.annotations.NullMarked;
