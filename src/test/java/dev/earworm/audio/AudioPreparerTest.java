package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.earworm.audio.picture.CoverArt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioPreparerTest {
    private static final long TEN_MEGABYTES = 10_000_000;

    private static Sounds sounds;

    @TempDir
    private static Path shared;

    private static Path song;
    private static Path smallSong;

    @TempDir
    private Path directory;

    private Path target;
    private Optional<Cover> cover = Optional.empty();
    private AudioPreparer preparer;

    @BeforeAll
    static void makeSources() throws IOException, InterruptedException {
        sounds = new Sounds();
        song = sounds.music(shared.resolve("song.wav"), 20);
        smallSong = sounds.music(shared.resolve("song.mp3"), 20, "-b:a", "128k");
    }

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectory(directory.resolve("out"));
        preparer = new AudioPreparer(sounds.ffmpeg());
    }

    @Test
    void aSongThatFitsKeepsItsSoundAndGetsNameAndTags() throws Exception {
        Preparation.Prepared prepared = prepared(smallSong, AudioKind.MP3, TEN_MEGABYTES);

        assertThat(prepared.file()).isEqualTo(target.resolve("a-calm-river.mp3"));
        assertThat(prepared.bytes()).isEqualTo(Files.size(prepared.file()));
        assertThat(prepared.bytes()).isCloseTo(Files.size(smallSong), within(500L));
        assertThat(prepared.info().duration()).isCloseTo(Duration.ofSeconds(20), Duration.ofMillis(60));
        assertThat(sounds.tagsOf(prepared.file())).containsExactlyInAnyOrder("title=A calm river", "artist=Earworm");
    }

    @ParameterizedTest
    @CsvSource({
        "MP3,  350000, MP3,  2, 128000",
        "MP3,  100000, MP3,  1,  32000",
        "MP3,   72000, OPUS, 1,  24000",
        "OPUS, 100000, OPUS, 2,  32000",
        "WAV,  350000, MP3,  2, 128000",
        "FLAC, 350000, MP3,  2, 128000",
    })
    void aSongIsMadeToFit(AudioKind wanted, long limit, AudioKind got, int channels, int bitRate) throws Exception {
        Preparation.Prepared prepared = prepared(song, wanted, limit);

        assertThat(prepared.file()).isEqualTo(target.resolve("a-calm-river." + got.extension()));
        assertThat(Files.size(prepared.file())).isEqualTo(prepared.bytes()).isLessThanOrEqualTo(limit);
        assertThat(prepared.info().kind()).contains(got);
        assertThat(prepared.info().channels()).isEqualTo(channels);
        assertThat(prepared.info().bitRate()).isCloseTo(bitRate, withinPercentage(10));
        assertThat(prepared.info().duration()).isCloseTo(Duration.ofSeconds(20), Duration.ofMillis(100));
    }

    @Test
    void losslessKindsStayWhereThereIsRoom() throws Exception {
        assertThat(prepared(song, AudioKind.FLAC, TEN_MEGABYTES).info().kind()).contains(AudioKind.FLAC);
        assertThat(prepared(song, AudioKind.WAV, 2 * TEN_MEGABYTES).info().kind())
                .contains(AudioKind.WAV);
    }

    @Test
    void aFlacThatPacksBadlyFallsToMp3() throws Exception {
        Path hiss = sounds.generate(directory.resolve("hiss.wav"), "anoisesrc=d=20:seed=3:r=44100");

        Preparation.Prepared prepared = prepared(hiss, AudioKind.FLAC, 900_000);

        assertThat(prepared.info().kind()).contains(AudioKind.MP3);
        assertThat(prepared.bytes()).isLessThanOrEqualTo(900_000);
    }

    @Test
    void theCoverGoesIntoTheFileWhereItCostsTheSoundNothing() throws Exception {
        long bare = prepared(smallSong, AudioKind.MP3, TEN_MEGABYTES).bytes();
        cover = Optional.of(new Cover(Files.write(directory.resolve("cover.jpg"), jpeg()), CoverArt.SIDE));
        long added = Files.size(cover.get().jpeg());

        assertThat(prepared(smallSong, AudioKind.MP3, TEN_MEGABYTES).bytes()).isCloseTo(bare + added, within(200L));
        assertThat(sounds.pictureIn(target.resolve("a-calm-river.mp3"), directory.resolve("out.jpg")))
                .hasBinaryContent(jpeg());
        assertThat(prepared(smallSong, AudioKind.MP3, bare + 8192).bytes()).isEqualTo(bare);
        assertThat(prepared(song, AudioKind.MP3, 350_000).info().bitRate()).isCloseTo(128_000, withinPercentage(10));
    }

    private static byte[] jpeg() {
        return CoverArt.of("a calm river", "1").jpeg();
    }

    @Test
    void aSongThatIsTooLongForTheLimitCannotFit() throws Exception {
        assertThat(prepare(song, AudioKind.MP3, 40_000))
                .isEqualTo(new CannotFit(Duration.ofSeconds(20), 40_000, Duration.ofSeconds(10)));
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void runningAgainGivesTheSameFileWhateverACrashLeft() throws Exception {
        Preparation.Prepared first = prepared(song, AudioKind.MP3, 350_000);
        byte[] bytes = Files.readAllBytes(first.file());
        Files.write(first.file(), Arrays.copyOf(bytes, 1000));
        Files.writeString(target.resolve("a-calm-river.mp3.part"), "half of it");

        Preparation.Prepared second = prepared(song, AudioKind.MP3, 350_000);

        assertThat(second).isEqualTo(first);
        assertThat(second.file()).hasBinaryContent(bytes);
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files).containsExactly(second.file());
        }
    }

    @Test
    void whatIsNotSoundLeavesNoFile() throws Exception {
        Path page = Files.writeString(directory.resolve("page.mp3"), "<html>Access denied</html>");

        assertThat(prepare(page, AudioKind.MP3, TEN_MEGABYTES)).isInstanceOf(NotAudio.class);
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void packetsThatDoNotDecodeAreNotDeliveredAsASong() throws Exception {
        byte[] bytes = Files.readAllBytes(sounds.music(directory.resolve("damaged.flac"), 20));
        // The frames' headers stay where they are; what they hold does not.
        for (int at = 20_000; at < bytes.length - 8; at += 100) {
            bytes[at] ^= 0x55;
        }
        Path damaged = Files.write(directory.resolve("damaged.flac"), bytes);

        assertThat(prepare(damaged, AudioKind.MP3, TEN_MEGABYTES))
                .isEqualTo(new NotAudio("is damaged: part of it does not decode"));
        assertThat(target).isEmptyDirectory();
    }

    private Preparation.Prepared prepared(Path raw, AudioKind kind, long limit)
            throws IOException, InterruptedException {
        return assertThat(prepare(raw, kind, limit))
                .asInstanceOf(InstanceOfAssertFactories.type(Preparation.Prepared.class))
                .actual();
    }

    private Preparation prepare(Path raw, AudioKind kind, long limit) throws IOException, InterruptedException {
        return preparer.prepare(
                raw,
                new AudioRequest(kind, limit, Tags.titled("A calm river"), cover, target, Slug.of("A calm river")));
    }
}
