package dev.earworm.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The ffmpeg executables of {@code org.bytedeco:ffmpeg}, unpacked from the class path into a folder of their version.
 *
 * <p>Each file is written beside its place and then moved there in one step. So a crash half-way leaves nothing broken
 * under a real name, two processes that unpack at once only replace files by their equals, and whatever is missing or
 * damaged is put right at the next start.
 */
final class FfmpegBundle {
    private static final String ROOT = "org/bytedeco/ffmpeg/";
    private static final String VERSION = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    /** What the Linux programs are linked to but Earworm never uses; see {@link EmptyLibrary}. */
    private static final List<String> DEVICE_LIBRARIES = List.of(
            "libpulse.so.0",
            "libasound.so.2",
            "libxcb.so.1",
            "libxcb-shm.so.0",
            "libdrm.so.2",
            "libva.so.2",
            "libva-drm.so.2");

    private final String platform;
    private final JarFile jar;

    private FfmpegBundle(String platform, JarFile jar) {
        this.platform = platform;
        this.jar = jar;
    }

    /** This machine, in the words that the artifact's classifiers use. */
    static String thisPlatform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        String family = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macosx" : "linux";
        return switch (processor) {
            case "amd64", "x86_64" -> family + "-x86_64";
            case "aarch64", "arm64" -> family + "-arm64";
            default -> family + "-" + processor;
        };
    }

    /**
     * Makes sure that everything is there, whole.
     *
     * @return the folder with the programs and their libraries, absolute
     * @throws IOException in words for the operator, if the class path holds no ffmpeg for the platform
     */
    static Path unpack(Path directory, String platform) throws IOException {
        try (JarFile jar = jarOf(platform)) {
            return new FfmpegBundle(platform, jar).unpackInto(directory.toAbsolutePath());
        }
    }

    private static JarFile jarOf(String platform) throws IOException {
        for (String program : List.of("ffmpeg", "ffmpeg.exe")) {
            URL found = FfmpegBundle.class.getClassLoader().getResource(ROOT + platform + "/" + program);
            if (found != null && found.openConnection() instanceof JarURLConnection connection) {
                connection.setUseCaches(false);
                return connection.getJarFile();
            }
        }
        throw new IOException("There is no ffmpeg for " + platform
                + " on the class path. Add org.bytedeco:ffmpeg with the classifier " + platform + ".");
    }

    private Path unpackInto(Path directory) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(version() + "-" + platform));
        for (JarEntry entry : entries()) {
            Path file = folder.resolve(fileName(entry));
            if (!isWhole(file, entry.getSize(), entry.getCrc())) {
                try (InputStream content = jar.getInputStream(entry)) {
                    replace(file, content);
                }
            }
        }
        if (platform.startsWith("linux-")) {
            standInForDevices(folder);
        }
        return folder;
    }

    private String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream content = jar.getInputStream(jar.getEntry(VERSION))) {
            properties.load(content);
        }
        return properties.getProperty("version");
    }

    /** Without the bridges to Java, which are half of the files: the programs do not need them. */
    private List<JarEntry> entries() {
        return jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(ROOT + platform + "/"))
                .filter(entry -> !fileName(entry).startsWith("libjni")
                        && !fileName(entry).startsWith("jni"))
                .toList();
    }

    private static String fileName(JarEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    private void standInForDevices(Path folder) throws IOException {
        byte[] library;
        try (InputStream program = Files.newInputStream(folder.resolve("ffmpeg"))) {
            library = EmptyLibrary.forTheMachineOf(program.readNBytes(64));
        }
        CRC32 checksum = new CRC32();
        checksum.update(library);
        List<String> bundled = entries().stream().map(FfmpegBundle::fileName).toList();
        for (String name : DEVICE_LIBRARIES) {
            Path file = folder.resolve(name);
            if (!bundled.contains(name) && !isWhole(file, library.length, checksum.getValue())) {
                replace(file, new ByteArrayInputStream(library));
            }
        }
    }

    private static boolean isWhole(Path file, long size, long checksum) throws IOException {
        if (!Files.isExecutable(file) || Files.size(file) != size) {
            return false;
        }
        CheckedInputStream content = new CheckedInputStream(Files.newInputStream(file), new CRC32());
        try (content) {
            byte[] buffer = new byte[1 << 16];
            while (content.read(buffer) >= 0) {}
        }
        return content.getChecksum().getValue() == checksum;
    }

    private static void replace(Path file, InputStream content) throws IOException {
        Path part = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
        try {
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
