package dev.earworm.audio;

import java.nio.file.Path;
import java.util.List;

/**
 * How ffmpeg opens a file that a stranger made: one local file, a plain sound format, a sound codec, nothing else.
 *
 * <p>Otherwise ffmpeg guesses from the content, and a "song" that is a playlist could make it read other files of this
 * machine or call addresses of this network. Pictures may be present, as covers, but are left unread: ffprobe refuses a
 * whole file for one codec that it may not open. Each stream costs memory, so a file may have few. Options:
 * https://ffmpeg.org/ffmpeg-formats.html#Format-Options and https://ffmpeg.org/ffmpeg-codecs.html#Codec-Options
 */
final class UntrustedInput {
    private static final String FORMATS = "mp3,wav,ogg,flac,mov,aac,aiff,w64";
    private static final String CODECS = "mp3,mp3float,flac,opus,libopus,vorbis,aac,alac,pcm_alaw,pcm_mulaw,pcm_u8,"
            + "pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_f64le,pcm_s16be,pcm_s24be,pcm_s32be,png,mjpeg";

    /** The sound, and some pictures. */
    private static final int MAX_STREAMS = 8;

    private UntrustedInput() {}

    static List<String> arguments(Path file) {
        return List.of(
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                FORMATS,
                "-codec_whitelist",
                CODECS,
                "-max_streams",
                "" + MAX_STREAMS,
                "-i",
                url(file));
    }

    /** With the protocol in front, so that no name is taken for an option or for another protocol. */
    static String url(Path file) {
        return "file:" + file.toAbsolutePath();
    }
}
