package dev.earworm.providers.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.StemSeparator.Stem;
import dev.earworm.providers.SampleAudio;
import dev.earworm.providers.elevenlabs.StemArchive.Contents;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Java reads the whole list before anybody can count its entries. */
    @Test
    void aListLongerThanAnyIsNotEvenRead() throws IOException {
        Zip zip = new Zip();
        for (int i = 0; i < 60; i++) {
            zip.with(i + "x".repeat(20_000) + ".mp3", SOUND);
        }

        assertThat(unfit(zip)).isEqualTo("the archive lists more than stems");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aClaimOfAListOfGigabytesIsNotBelieved() throws IOException {
        byte[] archive = new Zip().with("vocals.mp3", SOUND).body().readByteArray();
        patch(archive, archive.length - 22 + 12, 0xffffffff);

        assertThat(unfit(archive)).isEqualTo("the archive lists more than stems");
    }

    @Test
    void aCommentIsNoReasonToRefuseAndHidesNoOtherEnd() throws IOException {
        assertThat(unpack(new Zip()
                        .with("vocals.mp3", SOUND)
                        .commented("by a vendor")
                        .body()
                        .readByteArray()))
                .isInstanceOf(Contents.Stems.class);

        byte[] archive = commented(22);
        patch(archive, archive.length - 22, 0x06054b50);
        patch(archive, archive.length - 22 + 12, 0xffffffff);
        assertThat(unfit(archive)).isEqualTo("the archive lists more than stems");
    }

    /** In a hundred thousand archives one has the four bytes of an end by chance, and any length behind them. */
    @Test
    void whatLooksLikeAnEndByChanceIsNoReasonToRefuse() throws IOException {
        byte[] archive = commented(40);
        patch(archive, archive.length - 40, 0x06054b50);
        patch(archive, archive.length - 40 + 12, 0x7fffffff);

        assertThat(unpack(archive)).isInstanceOf(Contents.Stems.class);
    }

    private static byte[] commented(int length) {
        return new Zip()
                .with("vocals.mp3", SOUND)
                .commented("x".repeat(length))
                .body()
                .readByteArray();
    }

    /** An archive in an archive is no sound, however often: nothing is unpacked twice. */
    @Test
    void anArchiveInsideIsLeftOut() throws IOException {
        byte[] nested = new Zip().with("vocals.mp3", SOUND).body().readByteArray();
        for (int depth = 0; depth < 10; depth++) {
            nested = new Zip().with("vocals.mp3", nested).body().readByteArray();
        }

        assertThat(unfit(nested)).contains("no sound");
        assertThat(folder).isEmptyDirectory();
    }

    /** What an entry links to is what stands in it, here as in any file. */
    @Test
    void aLinkLeadsNowhere() throws IOException {
        Path secret = Files.write(root.resolve("secret.mp3"), SOUND);
        byte[] archive = new Zip()
                .with("vocals.mp3", secret.toString().getBytes(StandardCharsets.UTF_8))
                .with("bass.mp3", SOUND)
                .body()
                .readByteArray();
        for (int at = firstListed(archive); at >= 0; at = nextListed(archive, at)) {
            archive[at + 5] = 3; // made on Unix
            patch(archive, at + 38, 0xa1ff << 16);
        }

        assertThat(((Contents.Stems) unpack(archive)).stems())
                .containsExactly(new Stem("bass", folder.resolve("bass.mp3")));
        assertThat(Files.isSymbolicLink(folder.resolve("bass.mp3"))).isFalse();
    }

    /** Smaller or larger than it is: the limit counts what comes out. */
    @ParameterizedTest
    @ValueSource(ints = {1, 500, Integer.MAX_VALUE, 0xfffffffe})
    void theSizeThatAnEntryClaimsChangesNothing(int claimed) throws IOException {
        byte[] swelling = new byte[5 << 20];
        System.arraycopy(SOUND, 0, swelling, 0, SOUND.length);
        byte[] archive = new Zip().with("vocals.mp3", swelling).body().readByteArray();
        patch(archive, firstListed(archive) + 24, claimed);

        assertThat(unpack(archive)).isInstanceOf(Contents.Unfit.class);
        assertThat(files().stream().filter(file -> file.startsWith("stems/")))
                .allMatch(file -> root.resolve(file).toFile().length() < 2 * MAX_BYTES);
    }

    /** Entries that share their bytes swell as often as they are listed. */
    @Test
    void entriesThatOverlapAreCountedEach() throws IOException {
        byte[] swelling = new byte[900_000];
        System.arraycopy(SOUND, 0, swelling, 0, SOUND.length);
        byte[] archive =
                new Zip().with("a.mp3", swelling).with("b.mp3", SOUND).body().readByteArray();
        int first = firstListed(archive);
        int second = nextListed(archive, first);
        System.arraycopy(archive, first + 16, archive, second + 16, 12);
        System.arraycopy(archive, first + 42, archive, second + 42, 4);

        assertThat(unfit(archive)).contains("more than 1048576 bytes");
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
        return unfit(zip.body().readByteArray());
    }

    private String unfit(byte[] archive) throws IOException {
        return ((Contents.Unfit) unpack(archive)).detail();
    }

    private Contents unpack(Zip zip) throws IOException {
        return unpack(zip.body().readByteArray());
    }

    private Contents unpack(byte[] bytes) throws IOException {
        Path archive = Files.write(root.resolve("archive"), bytes);
        return new StemArchive(folder, MAX_BYTES).unpack(archive);
    }

    /** Where the list of entries begins, from the end's own words. */
    private static int firstListed(byte[] archive) {
        return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(archive.length - 22 + 16);
    }

    /** Where the entry behind this one begins, or -1. */
    private static int nextListed(byte[] archive, int at) {
        ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int next = at + 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        return bytes.getInt(next) == 0x02014b50 ? next : -1;
    }

    private static void patch(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.equals(root))
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }
}
