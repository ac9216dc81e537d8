package dev.earworm.providers.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.StemSeparator.Stem;
import dev.earworm.providers.SampleAudio;
import dev.earworm.providers.elevenlabs.StemArchive.Contents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives from elsewhere, and what can be wrong with them. */
class StemArchiveTest {
    private static final long MAX_BYTES = 1 << 20;
    private static final byte[] SOUND = SampleAudio.mp3(500);

    @TempDir
    private Path root;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(root.resolve("stems"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vocals.mp3                 | vocals
            Vocals.MP3                 | vocals
            stems/bass.mp3             | bass
            ../../../etc/passwd        | passwd
            ..\\..\\drums.mp3          | drums
            /absolute/guitar.mp3       | guitar
            C:\\windows\\piano.mp3     | piano
            Lead & Backing (dry).mp3   | lead-backing-dry
            ...mp3                     | stem
            声.mp3                     | stem
            """)
    void aNameNeverLeadsOutOfTheFolder(String entry, String expected) throws IOException {
        assertThat(stems(new Zip().with(entry, SOUND)))
                .containsExactly(new Stem(expected, folder.resolve(expected + ".mp3")));
        assertThat(files()).containsExactlyInAnyOrder("archive", "stems", "stems/" + expected + ".mp3");
    }

    @Test
    void namesThatBecomeTheSameAreNumbered() throws IOException {
        assertThat(stems(new Zip()
                        .with("a/vocals.mp3", SOUND)
                        .with("b/Vocals.mp3", SOUND)
                        .with("c/vocals!.mp3", SOUND)))
                .extracting(Stem::name)
                .containsExactly("vocals", "vocals-2", "vocals-3");
    }

    @Test
    void aLongNameIsCut() throws IOException {
        assertThat(stems(new Zip().with("v".repeat(5000) + ".mp3", SOUND))
                        .getFirst()
                        .name())
                .hasSize(40);
    }

    @Test
    void whatIsNoSoundIsLeftOut() throws IOException {
        byte[] page = "<html>read me first</html>".getBytes(StandardCharsets.UTF_8);

        assertThat(stems(new Zip()
                        .with("folder/", new byte[0])
                        .with("readme.mp3", page)
                        .with("empty.mp3", new byte[0])
                        .with("vocals.txt", SOUND)))
                .containsExactly(new Stem("vocals", folder.resolve("vocals.mp3")));
        assertThat(files()).containsExactlyInAnyOrder("archive", "stems", "stems/vocals.mp3");
    }

    @Test
    void theEndingSaysWhatTheBytesSay() throws IOException {
        byte[] ogg = "OggS and so on and so forth".getBytes(StandardCharsets.UTF_8);

        assertThat(stems(new Zip().with("vocals.mp3", ogg)).getFirst().file())
                .isEqualTo(folder.resolve("vocals.ogg"))
                .hasBinaryContent(ogg);
    }

    @Test
    void anArchiveThatSwellsIsGivenUp() throws IOException {
        byte[] swelling = new byte[50 << 20];
        System.arraycopy(SOUND, 0, swelling, 0, SOUND.length);

        assertThat(unfit(new Zip().with("vocals.mp3", swelling))).contains("more than 1048576 bytes");
        assertThat(Files.size(folder.resolve("vocals.mp3"))).isLessThan(2 * MAX_BYTES);
    }

    @Test
    void manyStemsThatSwellTogetherAreGivenUp() throws IOException {
        Zip zip = new Zip();
        for (int i = 0; i < 6; i++) {
            zip.with("stem" + i + ".mp3", SampleAudio.mp3(200_000));
        }

        assertThat(unfit(zip)).contains("more than 1048576 bytes");
    }

    @Test
    void tooManyEntriesAreGivenUp() throws IOException {
        Zip zip = new Zip();
        for (int i = 0; i < 65; i++) {
            zip.with("stem" + i + ".mp3", SOUND);
        }

        assertThat(unfit(zip)).contains("65 entries");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anArchiveWithoutSoundIsNone() throws IOException {
        assertThat(unfit(new Zip().with("readme.txt", "hello".getBytes(StandardCharsets.UTF_8))))
                .contains("no sound");
    }

    @Test
    void aDamagedArchiveIsNone() throws IOException {
        byte[] whole =
                new Zip().with("vocals.mp3", SampleAudio.mp3(90_000)).body().readByteArray();
        for (int i = 200; i < 60_000; i++) {
            whole[i] = (byte) 0xff;
        }
        Path archive = Files.write(root.resolve("archive"), whole);

        assertThat(new StemArchive(folder, MAX_BYTES).unpack(archive)).isInstanceOf(Contents.Unfit.class);
    }

    private List<Stem> stems(Zip zip) throws IOException {
        return ((Contents.Stems) unpack(zip)).stems();
    }

    private String unfit(Zip zip) throws IOException {
        return ((Contents.Unfit) unpack(zip)).detail();
    }

    private Contents unpack(Zip zip) throws IOException {
        Path archive = Files.write(root.resolve("archive"), zip.body().readByteArray());
        return new StemArchive(folder, MAX_BYTES).unpack(archive);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.equals(root))
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }
}
