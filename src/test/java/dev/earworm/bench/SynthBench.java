package dev.earworm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.audio.AudioKind;
import dev.earworm.audio.AudioPreparer;
import dev.earworm.audio.AudioRequest;
import dev.earworm.audio.Ffmpeg;
import dev.earworm.audio.Preparation;
import dev.earworm.audio.Slug;
import dev.earworm.audio.Tags;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.JobId;
import dev.earworm.music.SongRequest;
import dev.earworm.providers.synth.SynthConfig;
import dev.earworm.providers.synth.SynthProvider;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How much faster than it plays the built-in composer makes a song, one song at a time in a process that is warm. */
@ExtendWith(Scoreboard.Extension.class)
@Timeout(600)
class SynthBench {
    private static final List<String> PROMPTS = List.of(
            "lo-fi piano with light rain",
            "energetic drum and bass",
            "epic orchestral film score with choir",
            "solo acoustic guitar, slow and sad",
            "happy eighties synth pop at 120 bpm");
    private static final List<Duration> LENGTHS =
            List.of(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120));
    private static final int ROUNDS = 2;
    private static final String UNIT = "× real time";

    /** What a song costs on a machine that has other things to do as well; it is made by one thread. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long UPLOAD_LIMIT = 10L << 20;

    private final SynthProvider synth = new SynthProvider(SynthConfig.builtIn());

    @TempDir
    private Path folder;

    @Test
    void songsAreMadeManyTimesFasterThanTheyPlay(Scoreboard scoreboard) throws Exception {
        AudioPreparer preparer = new AudioPreparer(Ffmpeg.unpackedUnder(Path.of("target", "ffmpeg")));
        PROMPTS.forEach(prompt -> make(song(prompt, LENGTHS.getFirst(), ROUNDS)));
        for (Duration length : LENGTHS) {
            List<Double> made = new ArrayList<>();
            List<Double> worked = new ArrayList<>();
            List<Double> prepared = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (String prompt : PROMPTS) {
                    long start = System.nanoTime();
                    long startOfWork = THREADS.getCurrentThreadCpuTime();
                    Path wav = make(song(prompt, length, round));
                    made.add(speed(length, System.nanoTime() - start));
                    worked.add(speed(length, THREADS.getCurrentThreadCpuTime() - startOfWork));
                    prepare(preparer, wav);
                    prepared.add(speed(length, System.nanoTime() - start));
                }
            }
            report(scoreboard, length, Samples.of(made), Samples.of(worked), Samples.of(prepared));
        }
    }

    private Path make(SongRequest song) {
        Path wav = folder.resolve("song.wav");
        assertThat(synth.compose(Commission.of(JobId.next(Instant.now()), song), wav))
                .isInstanceOf(Composition.Composed.class);
        // CD quality: 44,100 times two channels of two bytes.
        assertThat(wav.toFile().length()).isGreaterThan(song.seconds() * 176_400L);
        return wav;
    }

    private void prepare(AudioPreparer preparer, Path wav) throws Exception {
        AudioRequest request = new AudioRequest(
                AudioKind.MP3, UPLOAD_LIMIT, Tags.titled("A bench"), Optional.empty(), folder, Slug.of("a bench"));
        assertThat(preparer.prepare(wav, request)).isInstanceOf(Preparation.Prepared.class);
    }

    private static double speed(Duration length, long nanoseconds) {
        return length.toNanos() / (double) nanoseconds;
    }

    private static void report(Scoreboard scoreboard, Duration length, Samples made, Samples worked, Samples prepared) {
        String subject = "synth, %d s to ".formatted(length.toSeconds());
        scoreboard.add(new Figure(
                subject + "WAV, median of %d songs".formatted(made.count()), made.median(), UNIT, new Aim.AtLeast(50)));
        scoreboard.add(new Figure(subject + "WAV, slowest", made.least(), UNIT));
        scoreboard.add(new Figure(subject + "WAV, median by processor time", worked.median(), UNIT));
        scoreboard.add(new Figure(subject + "MP3, median", prepared.median(), UNIT));
    }

    private SongRequest song(String prompt, Duration length, int seed) {
        return new SongRequest(
                synth.models().getFirst().id(),
                prompt,
                length,
                true,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.of(seed),
                Optional.empty());
    }
}
