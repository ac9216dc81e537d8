package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the sound files that tests need, with the ffmpeg that they all share. */
final class Sounds {
    private static final Path UNPACKED = Path.of("target", "ffmpeg");

    private final Ffmpeg ffmpeg;

    Sounds() throws IOException, InterruptedException {
        ffmpeg = Ffmpeg.unpackedUnder(UNPACKED);
    }

    Ffmpeg ffmpeg() {
        return ffmpeg;
    }

    /** A stereo sine with some noise, 44,100 Hz, in the kind that the file's ending says. */
    Path music(Path file, int seconds, String... encoding) throws IOException, InterruptedException {
        return generate(
                file,
                "sine=440:duration=%d[a];anoisesrc=d=%d:seed=7:a=0.05:r=44100[b];[a][b]amix,aformat=channel_layouts=stereo"
                        .formatted(seconds, seconds),
                encoding);
    }

    Path generate(Path file, String filter, String... encoding) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-y", "-f", "lavfi", "-i", filter));
        arguments.addAll(List.of(encoding));
        arguments.add(UntrustedInput.url(file));
        Ffmpeg.Output output = ffmpeg.ffmpeg(Duration.ofMinutes(1), "", arguments);
        assertThat(output.exitCode()).as(output.complaint()).isZero();
        return file;
    }

    /** What a player would show, as {@code title=…} lines. */
    List<String> tagsOf(Path file) throws IOException, InterruptedException {
        return ffmpeg.ffprobe(
                        Duration.ofSeconds(30),
                        List.of(
                                "-i",
                                UntrustedInput.url(file),
                                "-show_entries",
                                "format_tags:stream_tags",
                                "-of",
                                "default=noprint_wrappers=1"))
                .text()
                .lines()
                .map(line -> line.replaceFirst("^TAG:", ""))
                .filter(line -> !line.startsWith("encoder="))
                .toList();
    }

    /** The picture that a player would show, taken out of the file. */
    Path pictureIn(Path file, Path picture) throws IOException, InterruptedException {
        Ffmpeg.Output output = ffmpeg.ffmpeg(
                Duration.ofSeconds(30),
                "",
                List.of(
                        "-y",
                        "-i",
                        UntrustedInput.url(file),
                        "-map",
                        "0:v:0",
                        "-c:v",
                        "copy",
                        "-f",
                        "image2",
                        "-update",
                        "1",
                        UntrustedInput.url(picture)));
        assertThat(output.exitCode()).as(output.complaint()).isZero();
        return picture;
    }
}
