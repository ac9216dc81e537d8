package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegBundleTest {
    @TempDir
    private Path directory;

    @Test
    void itStartsFromAFreshFolderOnAMachineWithoutSoundServer() throws Exception {
        assertThat(Ffmpeg.unpackedUnder(directory).version()).matches("\\d+\\.\\d+.*");
    }

    /** What the page on licences tells those who give Earworm to others. */
    @Test
    void theProgramsAreUnderTheLesserGpl() throws Exception {
        Ffmpeg ffmpeg = Ffmpeg.unpackedUnder(directory);

        assertThat(ffmpeg.ffmpeg(Duration.ofSeconds(20), "", List.of("-buildconf"))
                        .text())
                .contains("--enable-version3")
                .doesNotContain("--enable-gpl", "--enable-nonfree");
        assertThat(ffmpeg.ffmpeg(Duration.ofSeconds(20), "", List.of("-L")).text())
                .contains("GNU Lesser General Public License");
    }

    @Test
    void onlyWhatTheProgramsNeedIsUnpacked() throws IOException {
        assertThat(contents(unpack()).keySet())
                .anyMatch(name -> name.startsWith("ffprobe"))
                .noneMatch(name -> name.contains("jni"))
                .noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void whatIsWholeIsLeftAlone() throws IOException {
        Path folder = unpack();
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        for (String name : contents(folder).keySet()) {
            Files.setLastModifiedTime(folder.resolve(name), longAgo);
        }

        unpack();

        for (String name : contents(folder).keySet()) {
            assertThat(Files.getLastModifiedTime(folder.resolve(name))).as(name).isEqualTo(longAgo);
        }
    }

    @Test
    void whatIsMissingCutShortOrDamagedIsPutRight() throws IOException {
        Path folder = unpack();
        Map<String, Long> whole = contents(folder);
        List<String> names = List.copyOf(whole.keySet());
        Files.delete(folder.resolve(names.get(0)));
        Files.writeString(folder.resolve(names.get(1)), "half");
        byte[] content = Files.readAllBytes(folder.resolve(names.get(2)));
        content[content.length / 2] ^= 1;
        Files.write(folder.resolve(names.get(2)), content);
        assertThat(contents(folder)).isNotEqualTo(whole);

        unpack();

        assertThat(contents(folder)).isEqualTo(whole);
    }

    @Test
    void twoProcessesThatUnpackAtOnceDoNoHarm() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<Ffmpeg> one = both.submit(() -> Ffmpeg.unpackedUnder(directory));
            Future<Ffmpeg> other = both.submit(() -> Ffmpeg.unpackedUnder(directory));

            assertThat(one.get().version()).isEqualTo(other.get().version());
        }
        Map<String, Long> after = contents(unpack());
        assertThat(after.keySet()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aMachineWithoutFfmpegIsToldWhatToAdd() {
        assertThatThrownBy(() -> FfmpegBundle.unpack(directory, "linux-riscv64"))
                .isInstanceOf(IOException.class)
                .hasMessage("There is no ffmpeg for linux-riscv64 on the class path."
                        + " Add org.bytedeco:ffmpeg with the classifier linux-riscv64.");
    }

    private Path unpack() throws IOException {
        return FfmpegBundle.unpack(directory, FfmpegBundle.thisPlatform());
    }

    /** Name and checksum of each file. */
    private static Map<String, Long> contents(Path folder) throws IOException {
        Map<String, Long> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                var checksum = new CRC32();
                checksum.update(Files.readAllBytes(file));
                contents.put(file.getFileName().toString(), checksum.getValue());
            }
        }
        return contents;
    }
}
