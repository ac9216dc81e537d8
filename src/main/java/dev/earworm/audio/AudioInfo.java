package dev.earworm.audio;

import java.time.Duration;
import java.util.Optional;

/**
 * What a sound file is, read from its content and never from its name.
 *
 * @param duration counted from the sound that is really there, not from what the header promises; more than zero
 * @param kind empty for sound that can be read but is not handed out as it is, such as AAC or Vorbis
 * @param codec ffmpeg's name of it: {@code mp3}, {@code opus}, {@code pcm_s16le}, {@code flac}, …
 * @param sampleRate in hertz
 * @param channels 1 is mono, 2 is stereo
 * @param bitRate of the whole file, in bits per second
 */
public record AudioInfo(
        Duration duration, Optional<AudioKind> kind, String codec, int sampleRate, int channels, int bitRate) {

    /** Whether the sound was stored without loss, so that a high bit rate still finds something to keep. */
    public boolean isLossless() {
        return codec.startsWith("pcm_") || codec.equals("flac") || codec.equals("alac");
    }
}
