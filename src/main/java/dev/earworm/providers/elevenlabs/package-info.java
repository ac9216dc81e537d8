/**
 * ElevenLabs' Music API: synchronous, the answer is the audio.
 *
 * <p>Start with {@code ElevenLabsProvider}; {@code ElevenLabsComposer} has songs made, {@code SongAnswer} reads them as
 * they arrive, {@code PlanShape} translates plans, {@code ElevenLabsErrors} sorts what the vendor refuses. Must not know
 * jobs, quota or Discord.
 *
 * <p>The vendor's streaming calls ({@code /v1/music/stream}, {@code /v1/music/detailed/stream}) are not used. The first
 * tells nothing of the song. The second sends the sound as base64, a third larger, in events whose fields no document
 * names; and nobody listens before a song is whole. {@code /v1/music/detailed} goes to the disk while it arrives.
 */
@NullMarked
package dev.earworm.providers.elevenlabs;

import org.jspecify.annotations.NullMarked;
