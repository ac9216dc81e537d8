package dev.earworm.audio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks into a file that a stranger made and says what it is.
 *
 * <p>It is read to its end, so that a download that broke off is found out wherever the header promises a length (MP3
 * with an index, FLAC, AAC in MP4). WAV, Ogg and bare MP3 frames promise none: of those the length that is there is told.
 */
public final class AudioProbe {
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(5);
    private static final String FIELDS =
            "format=format_name,duration:stream=codec_name,sample_rate,channels,codec_type";

    /** ffprobe's own "no"; any other failure is the machine's. */
    private static final int REFUSED = 1;
    /** Said by ffprobe when no header told the duration: https://github.com/FFmpeg/FFmpeg/blob/master/libavformat/demux.c */
    private static final String GUESSED = "Estimating duration from bitrate";

    private static final int LOWEST_SAMPLE_RATE = 4_000;
    private static final int HIGHEST_SAMPLE_RATE = 192_000;
    private static final int MOST_CHANNELS = 8;

    private static final Pattern REACHED = Pattern.compile("^out_time_us=(\\d+)$", Pattern.MULTILINE);
    private static final Pattern INTEGRATED = Pattern.compile("^ *I: +(\\S+) LUFS$", Pattern.MULTILINE);
    private static final Pattern TRUE_PEAK = Pattern.compile("^ *Peak: +(\\S+) dBFS$", Pattern.MULTILINE);

    private static final NotAudio NO_SOUND = new NotAudio("holds no sound that can be read");

    private final ObjectMapper json = new ObjectMapper();
    private final Ffmpeg ffmpeg;
    private final Duration patience;

    /** Patient, even on a machine that has much to do. */
    public AudioProbe(Ffmpeg ffmpeg) {
        this(ffmpeg, USUAL_PATIENCE);
    }

    /** @param patience with one look at a file; a song takes milliseconds */
    public AudioProbe(Ffmpeg ffmpeg, Duration patience) {
        this.ffmpeg = ffmpeg;
        this.patience = patience;
    }

    /**
     * Says what the file is.
     *
     * @throws Ffmpeg.OutOfTimeException if the file takes longer to read than there is patience for
     * @throws IOException if the file is not there or ffmpeg does not work; not for what the file holds
     */
    public ProbeResult probe(Path file) throws IOException, InterruptedException {
        long bytes = Files.size(file);
        if (bytes == 0) {
            return new NotAudio("is empty");
        }
        Ffmpeg.Output output = ffmpeg.ffprobe(patience, describing(file));
        if (output.exitCode() == REFUSED) {
            return new NotAudio("is not a sound file of a kind that can be read");
        }
        requireSuccess(output);
        JsonNode description = json.readTree(output.text());
        JsonNode stream = description.path("streams").path(0);
        if (stream.path("sample_rate").asInt() <= 0 || stream.path("channels").asInt() <= 0) {
            return NO_SOUND;
        }
        if (!isOrdinary(stream)) {
            return new NotAudio("is sound of a kind that no music is recorded in");
        }
        Optional<Duration> reached = measure(file);
        if (reached.isEmpty()) {
            return NO_SOUND;
        }
        Duration promised = output.complaint().contains(GUESSED) ? Duration.ZERO : promised(description);
        if (isCutShort(reached.get(), promised)) {
            return new NotAudio(
                    "breaks off after %d of %d seconds".formatted(reached.get().toSeconds(), promised.toSeconds()));
        }
        return new ProbeResult.Probed(info(description, stream, reached.get(), bytes));
    }

    /** How loud a file is; decodes all of it, about 300 times faster than it plays. */
    public Loudness loudness(Path file) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-loglevel", "info", "-threads", "1"));
        arguments.addAll(UntrustedInput.arguments(file));
        arguments.addAll(List.of("-map", "0:a:0", "-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-"));
        Ffmpeg.Output output = ffmpeg.ffmpeg(patience, "", arguments);
        requireSuccess(output);
        return new Loudness(number(INTEGRATED, output.complaint()), number(TRUE_PEAK, output.complaint()));
    }

    /** Files of a few megabytes could otherwise take minutes to read: one sample a second, or a thousand channels. */
    private static boolean isOrdinary(JsonNode stream) {
        int sampleRate = stream.path("sample_rate").asInt();
        return sampleRate >= LOWEST_SAMPLE_RATE
                && sampleRate <= HIGHEST_SAMPLE_RATE
                && stream.path("channels").asInt() <= MOST_CHANNELS;
    }

    private static List<String> describing(Path file) {
        List<String> arguments = new ArrayList<>(List.of("-loglevel", "warning"));
        arguments.addAll(UntrustedInput.arguments(file));
        arguments.addAll(List.of("-select_streams", "a:0", "-show_entries", FIELDS, "-of", "json"));
        return arguments;
    }

    /** Reads all packets without decoding them; empty when there are none. */
    private Optional<Duration> measure(Path file) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(UntrustedInput.arguments(file));
        arguments.addAll(List.of("-map", "0:a:0", "-c", "copy", "-f", "null", "-progress", "pipe:1", "-"));
        Ffmpeg.Output output = ffmpeg.ffmpeg(patience, "", arguments);
        if (!output.isSuccess()) {
            return Optional.empty();
        }
        return last(REACHED, output.text())
                .map(Long::parseLong)
                .filter(microseconds -> microseconds > 0)
                .map(microseconds -> Duration.of(microseconds, ChronoUnit.MICROS));
    }

    private static Duration promised(JsonNode description) {
        double seconds = description.path("format").path("duration").asDouble(0);
        return Duration.ofMillis((long) (seconds * 1000));
    }

    /** Encoders round and pad, so a second or two in a hundred is no loss. */
    private static boolean isCutShort(Duration reached, Duration promised) {
        Duration tolerance = promised.dividedBy(50).plusSeconds(1);
        return reached.compareTo(promised.minus(tolerance)) < 0;
    }

    private static AudioInfo info(JsonNode description, JsonNode stream, Duration duration, long bytes) {
        String codec = stream.path("codec_name").asText();
        return new AudioInfo(
                duration,
                kind(description.path("format").path("format_name").asText(), codec),
                codec,
                stream.path("sample_rate").asInt(),
                stream.path("channels").asInt(),
                (int) Math.min(Integer.MAX_VALUE, bytes * Byte.SIZE * 1000 / Math.max(1, duration.toMillis())));
    }

    private static Optional<AudioKind> kind(String container, String codec) {
        return switch (container + "/" + codec) {
            case "mp3/mp3" -> Optional.of(AudioKind.MP3);
            case "ogg/opus" -> Optional.of(AudioKind.OPUS);
            case "wav/pcm_s16le" -> Optional.of(AudioKind.WAV);
            case "flac/flac" -> Optional.of(AudioKind.FLAC);
            default -> Optional.empty();
        };
    }

    private static double number(Pattern pattern, String text) throws IOException {
        String number = last(pattern, text).orElseThrow(() -> new IOException("ffmpeg measured no loudness"));
        return number.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(number);
    }

    private static Optional<String> last(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).reduce((first, second) -> second);
    }

    private static void requireSuccess(Ffmpeg.Output output) throws IOException {
        if (!output.isSuccess()) {
            throw new IOException("ffmpeg ended with " + output.exitCode() + ": " + output.complaint());
        }
    }
}
