/**
 * ElevenLabs' Music API: synchronous, the answer is the audio.
 */
@NullMarked
package dev.earworm.providers.elevenlabs;

import org.jspecify.annotations.NullMarked;
