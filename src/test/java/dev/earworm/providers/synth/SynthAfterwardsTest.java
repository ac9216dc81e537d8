package dev.earworm.providers.synth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.Extension;
import dev.earworm.music.JobId;
import dev.earworm.music.MusicProvider.RepeatedSubmit;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import dev.earworm.music.StemSeparator;
import dev.earworm.music.StemSeparator.Recording;
import dev.earworm.music.StemSeparator.Separation;
import dev.earworm.music.StemSeparator.Stem;
import dev.earworm.music.StemSeparator.StemSet;
import dev.earworm.music.TrackDetails;
import dev.earworm.providers.synth.score.Score;
import dev.earworm.providers.synth.score.Suite;
import dev.earworm.providers.synth.sound.RecordedWav;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be had of a song that the built-in composer has made: more of it, and its voices. */
class SynthAfterwardsTest {
    private static final SynthProvider PROVIDER = new SynthProvider(SynthConfig.builtIn());
    private static final StemSeparator STEMS = PROVIDER.stems().orElseThrow();
    private static final JobId JOB = new JobId("0123456789abcdef");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"lo-fi piano with light rain", "techno 130 bpm", "slow string quartet in A minor", "asdf"})
    void aLongerSongIsTheSameMusicAndThenMore(String prompt) throws IOException {
        SongRequest song = request(prompt, 20);
        Made first = made(song, "first");
        SongRequest longer = extended(song, first.details(), 15);

        Made second = made(longer, "second");

        double chord = secondsToLastChord(PROVIDER.suite(song));
        double factor = second.wav().louderThan(first.wav(), 1, chord - 1);
        assertThat(factor).isBetween(0.8, 1.25);
        assertThat(second.wav().differenceFrom(first.wav(), factor, 0.1, chord - 0.1))
                .isLessThan(0.08);
        assertThat(second.wav().frames()).isBetween(35 * 44_100L - 2, 35 * 44_100L);
        assertThat(second.wav().loudestBetween(21, 30)).isGreaterThan(0.05);
        assertThat(second.wav().loudness()).isBetween(-16.0, -14.0);
        assertThat(second.wav().lastFrame()).isZero();
    }

    @Test
    void whatComesThenIsInTheSameKeyAtTheSamePaceByTheSamePlayers() throws IOException {
        SongRequest song = request("lo-fi piano with light rain", 30);
        SongRequest longer = extended(song, made(song, "first").details(), 30);

        List<Score> scores = PROVIDER.suite(longer).scores();

        assertThat(scores).hasSize(2);
        assertThat(scores.getLast().key()).isEqualTo(scores.getFirst().key());
        assertThat(scores.getLast().meter()).isEqualTo(scores.getFirst().meter());
        assertThat(scores.getLast().timeline().beatsPerMinute())
                .isBetween(
                        scores.getFirst().timeline().beatsPerMinute() * 0.8,
                        scores.getFirst().timeline().beatsPerMinute() * 1.2);
        assertThat(scores.getFirst().parts()).extracting("player").containsAll(players(scores.getLast()));
    }

    @Test
    void aSongCanBeMadeLongerAgainAndAgain() throws IOException {
        SongRequest song = request("jazz trio", 10);
        SongRequest longer = extended(song, made(song, "first").details(), 10);
        SongRequest longest = extended(longer, made(longer, "second").details(), 10);

        Made third = made(longest, "third");

        assertThat(RequestPolicy.problems(longest, PROVIDER.models().getFirst()))
                .isEmpty();
        assertThat(PROVIDER.suite(longest).scores()).hasSize(3);
        assertThat(PROVIDER.suite(longest).length()).isEqualTo(Duration.ofSeconds(30));
        assertThat(third.wav().frames()).isBetween(30 * 44_100L - 3, 30 * 44_100L);
    }

    @Test
    void aSongOfAnotherComposerCannotBeTakenUp() throws IOException {
        SongRequest song = request("jazz trio", 10);
        SongRequest foreign = extended(song, TrackDetails.NONE.withSongId(Optional.of("sng_123")), 10);
        SongRequest older = extended(song, TrackDetails.NONE.withSongId(Optional.of("0.abc")), 10);
        SongRequest broken = extended(song, TrackDetails.NONE.withSongId(Optional.of("1.abc")), 10);

        for (SongRequest request : List.of(foreign, older, broken)) {
            assertThat(PROVIDER.compose(Commission.of(JOB, request), folder.resolve("none.wav")))
                    .isInstanceOfSatisfying(
                            Composition.NotComposed.class,
                            not -> assertThat(not.failure()).isInstanceOf(ProviderFailure.BadRequest.class));
        }
        assertThat(folder.resolve("none.wav")).doesNotExist();
    }

    @Test
    void theVoicesPlayedTogetherAreTheSong() throws IOException {
        SongRequest song = request("lo-fi piano with light rain", 12);
        Made whole = made(song, "song");

        List<Stem> stems = stems(song, whole, StemSet.SIX);

        assertThat(stems).extracting(Stem::name).contains("melody", "chords", "bass", "drums", "ambience");
        assertThat(stems).hasSizeLessThanOrEqualTo(6);
        RecordedWav together = RecordedWav.together(
                stems.stream().map(stem -> read(stem.file())).toList());
        assertThat(together.frames()).isEqualTo(whole.wav().frames());
        // The limiter turns the whole down where it peaks; nothing else is different.
        assertThat(together.louderThan(whole.wav(), 0.5, 11)).isBetween(0.97, 1.1);
        assertThat(together.differenceFrom(whole.wav(), 1, 0.1, 1)).isLessThan(0.15);
        try (Stream<Path> files = Files.list(folder.resolve("stems"))) {
            assertThat(files).hasSameSizeAs(stems);
        }
    }

    @Test
    void twoVoicesAreTheMelodyAndEverythingElse() throws IOException {
        SongRequest song = request("pop with drums", 8);

        assertThat(stems(song, made(song, "song"), StemSet.TWO))
                .extracting(Stem::name)
                .containsExactly("melody", "accompaniment");
    }

    @Test
    void whoDoesNotPlayGetsNoFile() throws IOException {
        SongRequest song = request("drums only", 8);

        assertThat(stems(song, made(song, "song"), StemSet.SIX))
                .extracting(Stem::name)
                .containsExactly("drums");
    }

    @Test
    void aLongerSongIsTakenApartFromItsBeginningToItsEnd() throws IOException {
        SongRequest song = request("techno", 10);
        SongRequest longer = extended(song, made(song, "first").details(), 10);

        List<Stem> stems = stems(longer, made(longer, "second"), StemSet.SIX);

        RecordedWav bass = read(stems.stream()
                .filter(stem -> stem.name().equals("bass"))
                .findFirst()
                .orElseThrow()
                .file());
        assertThat(bass.frames()).isBetween(20 * 44_100L - 2, 20 * 44_100L);
        assertThat(bass.loudestBetween(1, 9)).isGreaterThan(0.01);
        assertThat(bass.loudestBetween(11, 19)).isGreaterThan(0.01);
    }

    @Test
    void aSongOfAnEarlierComposerIsNotTakenApart() throws IOException {
        Recording recording = new Recording(request("jazz", 8), TrackDetails.NONE, folder.resolve("song.wav"));

        assertThat(STEMS.separate(recording, StemSet.SIX, folder)).isInstanceOf(Separation.NotSeparated.class);
        assertThat(STEMS.repeatedSeparation()).isEqualTo(RepeatedSubmit.HARMLESS);
    }

    private record Made(TrackDetails details, RecordedWav wav, Path file) {}

    private Made made(SongRequest request, String name) throws IOException {
        Path file = folder.resolve(name + ".wav");
        Composition composition = PROVIDER.compose(Commission.of(JOB, request), file);
        assertThat(composition).isInstanceOf(Composition.Composed.class);
        return new Made(((Composition.Composed) composition).details(), RecordedWav.read(file), file);
    }

    private List<Stem> stems(SongRequest song, Made made, StemSet set) throws IOException {
        Path stems = Files.createDirectories(folder.resolve("stems"));
        Separation separation = STEMS.separate(new Recording(song, made.details(), made.file()), set, stems);
        assertThat(separation).isInstanceOf(Separation.Separated.class);
        return ((Separation.Separated) separation).stems();
    }

    private static RecordedWav read(Path file) {
        try {
            return RecordedWav.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double secondsToLastChord(Suite suite) {
        return Suite.untilNext(suite.scores().getFirst()).toMillis() / 1000.0;
    }

    private static List<Object> players(Score score) {
        return score.parts().stream().<Object>map(part -> part.player()).toList();
    }

    private static SongRequest extended(SongRequest song, TrackDetails details, int seconds) {
        return new Extension(Duration.ofSeconds(seconds), List.of(), List.of())
                .of(song, details, song.prompt() + " (extended)")
                .orElseThrow();
    }

    private static SongRequest request(String prompt, int seconds) {
        return new SongRequest(
                PROVIDER.models().getFirst().id(),
                prompt,
                Duration.ofSeconds(seconds),
                true,
                Optional.empty(),
                AudioFormat.WAV,
                OptionalLong.of(3),
                Optional.empty());
    }
}
