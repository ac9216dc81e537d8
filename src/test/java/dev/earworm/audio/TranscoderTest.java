package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.audio.Transcoder.Bounds;
import dev.earworm.audio.Transcoder.Label;
import dev.earworm.audio.picture.CoverArt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TranscoderTest {
    private static final Tags TAGS = Tags.titled("A calm = river; #1 \\ 静か 🎵\n[CHAPTER]")
            .onAlbum("general")
            .commented("lo-fi piano, \"light\" rain & more")
            .inGenre("Lo-fi")
            .madeOn(LocalDate.of(2026, 11, 21));

    private static final Bounds FREELY = new Bounds(Duration.ofMinutes(1), Long.MAX_VALUE);
    private static final Label LABEL = new Label(TAGS, Optional.empty());

    private static Sounds sounds;

    @TempDir
    private static Path shared;

    private static Path wav;

    @TempDir
    private Path directory;

    private Transcoder transcoder;
    private AudioProbe probe;

    @BeforeAll
    static void makeSource() throws IOException, InterruptedException {
        sounds = new Sounds();
        wav = sounds.music(shared.resolve("source.wav"), 4, "-metadata", "title=Old", "-metadata", "comment=Old");
    }

    @BeforeEach
    void makeTranscoder() {
        transcoder = new Transcoder(sounds.ffmpeg());
        probe = new AudioProbe(sounds.ffmpeg());
    }

    @ParameterizedTest
    @EnumSource(AudioKind.class)
    void everyKindIsWrittenWithItsTagsAndWithTheSameBytesAtEachRun(AudioKind kind) throws Exception {
        Path one = directory.resolve("one." + kind.extension());
        Path two = directory.resolve("two." + kind.extension());
        transcoder.encode(wav, one, Encoding.of(kind, 128), TAGS);
        transcoder.encode(wav, two, Encoding.of(kind, 128), TAGS);

        assertThat(two).hasSameBinaryContentAs(one);
        assertThat(probe.probe(one)).isInstanceOfSatisfying(ProbeResult.Probed.class, probed -> {
            assertThat(probed.info().kind()).contains(kind);
            assertThat(probed.info().channels()).isEqualTo(2);
            assertThat(probed.info().duration()).isCloseTo(Duration.ofSeconds(4), Duration.ofMillis(60));
        });
        assertThat(sounds.tagsOf(one))
                .containsExactlyInAnyOrder(
                        "title=A calm = river; #1 \\ 静か 🎵 [CHAPTER]",
                        "artist=Earworm",
                        "album=general",
                        "comment=lo-fi piano, \"light\" rain & more",
                        "genre=Lo-fi",
                        "date=2026-11-21");
    }

    @ParameterizedTest
    @EnumSource(AudioKind.class)
    void aCopyKeepsTheSoundAndReplacesEveryTag(AudioKind kind) throws Exception {
        Path source = directory.resolve("source." + kind.extension());
        Path copy = directory.resolve("copy." + kind.extension());
        transcoder.encode(wav, source, Encoding.of(kind, 128), TAGS);

        transcoder.encode(source, copy, new Encoding.Copy(kind), Tags.titled("New"));

        assertThat(sounds.tagsOf(copy)).containsExactlyInAnyOrder("title=New", "artist=Earworm");
        assertThat(decoded(copy)).hasSameBinaryContentAs(decoded(source));
    }

    @ParameterizedTest
    @EnumSource(value = AudioKind.class, names = "WAV", mode = EnumSource.Mode.EXCLUDE)
    void aCoverIsPutBesideSoundThatStaysAsItIs(AudioKind kind) throws Exception {
        byte[] picture = CoverArt.of("a calm river", "1").jpeg();
        Cover cover = new Cover(Files.write(directory.resolve("cover.jpg"), picture), CoverArt.SIDE);
        Path source = directory.resolve("source." + kind.extension());
        Path covered = directory.resolve("covered." + kind.extension());
        transcoder.encode(wav, source, Encoding.of(kind, 128), TAGS);

        transcoder.encodeWithin(FREELY, source, covered, new Encoding.Copy(kind), new Label(TAGS, Optional.of(cover)));

        Path again = directory.resolve("again." + kind.extension());
        transcoder.encodeWithin(FREELY, source, again, new Encoding.Copy(kind), new Label(TAGS, Optional.of(cover)));
        assertThat(again).hasSameBinaryContentAs(covered);
        assertThat(sounds.pictureIn(covered, directory.resolve("found.jpg"))).hasBinaryContent(picture);
        assertThat(sounds.tagsOf(covered)).containsAll(sounds.tagsOf(source));
        assertThat(decoded(covered)).hasSameBinaryContentAs(decoded(source));
    }

    @Test
    void aWavFileIsWrittenWithoutACover() throws Exception {
        Cover cover = new Cover(directory.resolve("is not even read"), CoverArt.SIDE);
        Path bare = directory.resolve("bare.wav");
        Path asked = directory.resolve("asked.wav");
        transcoder.encode(wav, bare, new Encoding.Copy(AudioKind.WAV), TAGS);

        transcoder.encodeWithin(
                FREELY, wav, asked, new Encoding.Copy(AudioKind.WAV), new Label(TAGS, Optional.of(cover)));

        assertThat(asked).hasSameBinaryContentAs(bare);
    }

    @Test
    void monoIsMixedDownOnlyWhenAskedFor() throws Exception {
        Path mono = directory.resolve("mono.mp3");
        Path still = directory.resolve("still.mp3");
        transcoder.encode(wav, mono, new Encoding.Lossy(AudioKind.MP3, 32, 1), TAGS);
        transcoder.encode(mono, still, Encoding.of(AudioKind.MP3, 64), TAGS);

        assertThat(channels(mono)).isEqualTo(1);
        assertThat(channels(still)).isEqualTo(1);
    }

    @Test
    void oddNamesAreOnlyNames() throws Exception {
        Path source = Files.copy(wav, directory.resolve("-i concat:%d|a'b\"c$(x).wav"));
        Path target = directory.resolve("-y pipe:1 %03d.mp3");

        transcoder.encode(source, target, Encoding.of(AudioKind.MP3, 64), TAGS);

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(source, target);
        }
    }

    @Test
    void aSourceThatIsNotSoundLeavesNothingBehind() throws Exception {
        Path page = Files.writeString(directory.resolve("page.wav"), "<html>");

        assertThatThrownBy(
                        () -> transcoder.encode(page, directory.resolve("a.mp3"), Encoding.of(AudioKind.MP3, 64), TAGS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Invalid data");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(page);
        }
    }

    @Test
    void aFileThatComesOutTooLargeIsGivenUpAndTheOldOneStays() throws Exception {
        Path target = Files.writeString(directory.resolve("a.mp3"), "old");
        var bounds = new Bounds(Duration.ofMinutes(1), 40_000);

        assertThat(transcoder.encodeWithin(bounds, wav, target, Encoding.of(AudioKind.MP3, 128), LABEL))
                .isFalse();
        assertThat(target).hasContent("old");
        assertThat(transcoder.encodeWithin(bounds, wav, target, Encoding.of(AudioKind.MP3, 64), LABEL))
                .isTrue();
        assertThat(target).satisfies(file -> assertThat(Files.size(file)).isBetween(32_000L, 40_000L));
    }

    @Test
    void soundPastTheBoundIsCut() throws Exception {
        Path target = directory.resolve("a.flac");
        var bounds = new Bounds(Duration.ofSeconds(2), Long.MAX_VALUE);

        assertThat(transcoder.encodeWithin(bounds, wav, target, new Encoding.Lossless(AudioKind.FLAC), LABEL))
                .isTrue();
        assertThat(probe.probe(target))
                .isInstanceOfSatisfying(
                        ProbeResult.Probed.class,
                        probed -> assertThat(probed.info().duration()).isEqualTo(Duration.ofSeconds(2)));
    }

    private int channels(Path file) throws IOException, InterruptedException {
        return assertThat(probe.probe(file))
                .asInstanceOf(InstanceOfAssertFactories.type(ProbeResult.Probed.class))
                .actual()
                .info()
                .channels();
    }

    private Path decoded(Path file) throws IOException, InterruptedException {
        Path wave = file.resolveSibling(file.getFileName() + ".decoded.wav");
        transcoder.encode(file, wave, new Encoding.Lossless(AudioKind.WAV), Tags.titled(""));
        return wave;
    }
}
