package dev.earworm.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a sound file anew: another kind, another bit rate, its tags.
 *
 * <p>The same source, encoding and tags give the same bytes at every run. Only the sound is taken over: the source's own
 * tags, chapters and pictures are left behind. The target appears in one step, whole, and replaces what was there; while
 * it is written, a file beside it ends in {@code .part}.
 */
public final class Transcoder {
    private static final Duration WRITES_WITHIN = Duration.ofMinutes(10);

    private final Ffmpeg ffmpeg;

    public Transcoder(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Writes a file of whatever size it takes.
     *
     * @throws IOException if the source cannot be read as sound or the target cannot be written
     */
    public void encode(Path source, Path target, Encoding encoding, Tags tags)
            throws IOException, InterruptedException {
        encodeWithin(Bounds.NONE, source, target, encoding, new Label(tags, Optional.empty()));
    }

    /** Writes a file that must stay within bounds; false, and the target is left as it was, if it came out larger. */
    boolean encodeWithin(Bounds bounds, Path source, Path target, Encoding encoding, Label label)
            throws IOException, InterruptedException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            write(bounds, source, part, encoding, label);
            if (Files.size(part) > bounds.bytes()) {
                return false;
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void write(Bounds bounds, Path source, Path part, Encoding encoding, Label label)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-y", "-threads", "1"));
        arguments.addAll(UntrustedInput.arguments(source));
        arguments.addAll(List.of("-protocol_whitelist", "pipe", "-f", "ffmetadata", "-i", "pipe:0"));
        arguments.addAll(label.pictureInput(encoding.kind()));
        arguments.addAll(List.of("-map", "0:a:0", "-map_chapters", "-1"));
        arguments.addAll(List.of("-map_metadata", "1", "-map_metadata:s:a", "-1", "-id3v2_version", "3"));
        arguments.addAll(label.pictureOutput(encoding.kind()));
        arguments.addAll(sound(encoding));
        // One thread and no version names inside: so equal input gives equal bytes.
        arguments.addAll(List.of("-threads", "1", "-filter_threads", "1"));
        arguments.addAll(List.of("-fflags", "+bitexact", "-flags:a", "+bitexact"));
        arguments.addAll(bounds.arguments());
        arguments.addAll(List.of("-f", encoding.kind().extension(), UntrustedInput.url(part)));
        Ffmpeg.Output output = ffmpeg.ffmpeg(WRITES_WITHIN, label.metadata(encoding.kind()), arguments);
        if (!output.isSuccess()) {
            throw new IOException("ffmpeg ended with " + output.exitCode() + ": " + output.complaint());
        }
    }

    private static List<String> sound(Encoding encoding) {
        return switch (encoding) {
            case Encoding.Copy _ -> List.of("-c:a", "copy");
            case Encoding.Lossless lossless ->
                List.of("-c:a", lossless.kind() == AudioKind.WAV ? "pcm_s16le" : "flac", "-sample_fmt", "s16");
            case Encoding.Lossy lossy -> {
                List<String> arguments = new ArrayList<>(encoder(lossy.kind()));
                arguments.addAll(List.of("-b:a", lossy.kilobits() + "k"));
                // Names the most that may remain; a mono source stays mono.
                String layouts = lossy.channels() == 1 ? "mono" : "mono|stereo";
                arguments.addAll(List.of("-af", "aformat=channel_layouts=" + layouts));
                yield arguments;
            }
        };
    }

    private static List<String> encoder(AudioKind kind) {
        return switch (kind) {
            // 5 of 0 (best) to 9: a quarter faster than ffmpeg's default, and no one hears the difference at these
            // rates.
            case MP3 -> List.of("-c:a", "libmp3lame", "-compression_level", "5");
            // Left free, the encoder goes a tenth over its rate on steady tones, and low sample rates stay low.
            case OPUS -> List.of("-c:a", "libopus", "-vbr", "constrained", "-ar", "48000");
            case WAV, FLAC -> throw new IllegalArgumentException(kind + " has no bit rate to choose");
        };
    }

    /** What is written beside the sound. A WAV file has no agreed place for a picture, so it gets none. */
    record Label(Tags tags, Optional<Cover> cover) {
        private String metadata(AudioKind kind) throws IOException {
            if (kind != AudioKind.OPUS || cover.isEmpty()) {
                return tags.asMetadataFile();
            }
            return tags.asMetadataFile()
                    + Tags.line("METADATA_BLOCK_PICTURE", cover.get().asPictureBlock());
        }

        private List<String> pictureInput(AudioKind kind) {
            return attached(kind)
                    .map(picture -> List.of(
                            "-protocol_whitelist", "file", "-f", "jpeg_pipe", "-i", UntrustedInput.url(picture.jpeg())))
                    .orElse(List.of());
        }

        private List<String> pictureOutput(AudioKind kind) {
            return attached(kind)
                    .map(_ -> List.of(
                            "-map",
                            "2:v:0",
                            "-c:v",
                            "copy",
                            "-disposition:v:0",
                            "attached_pic",
                            "-metadata:s:v:0",
                            "comment=Cover (front)"))
                    .orElse(List.of());
        }

        private Optional<Cover> attached(AudioKind kind) {
            return switch (kind) {
                case MP3, FLAC -> cover;
                case OPUS, WAV -> Optional.empty();
            };
        }
    }

    /**
     * Where writing stops.
     *
     * @param longest sound is cut there, in case the source turns out longer than it was measured
     * @param bytes a larger file is given up
     */
    record Bounds(Duration longest, long bytes) {
        private static final Bounds NONE = new Bounds(Duration.ofHours(24), Long.MAX_VALUE);

        private List<String> arguments() {
            List<String> arguments = new ArrayList<>(List.of("-t", longest.toMillis() + "ms"));
            if (bytes < Long.MAX_VALUE) {
                // ffmpeg stops without a complaint once it is over, and the size tells on it.
                arguments.addAll(List.of("-fs", Long.toString(bytes + 1)));
            }
            return arguments;
        }
    }
}
