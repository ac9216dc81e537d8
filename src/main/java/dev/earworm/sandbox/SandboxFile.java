package dev.earworm.sandbox;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * A file that was uploaded, by the bot or by a member.
 *
 * @param name as Discord shows it: letters, digits, dots, dashes and underscores
 * @param contentType by the name's ending, else as the sender said
 * @param size in bytes
 * @param path where it lies on this machine
 * @param url where it can be fetched for a day from its upload; what the bot is told has a fresh address each time
 */
public record SandboxFile(
        long id,
        String name,
        String contentType,
        long size,
        Path path,
        String url,
        Optional<String> description,
        Optional<Voice> voice) {

    /** What makes an audio file a voice message: its length and up to 256 points of loudness, in base64. */
    public record Voice(Duration duration, String waveform) {
        /** The loudness, evenly over the length: each byte 0 (silent) to 255. */
        public byte[] points() {
            return Base64.getDecoder().decode(waveform);
        }
    }

    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    public byte[] bytes() throws IOException {
        return Files.readAllBytes(path);
    }

    /** Streams it to a browser, in which it must not act as a page of this server. */
    public void sendTo(Context context) throws IOException {
        context.header("Content-Security-Policy", "sandbox; default-src 'none'");
        context.header("X-Content-Type-Options", "nosniff");
        context.writeSeekableStream(open(), contentType, size);
    }

    SandboxFile describedAs(String words) {
        return new SandboxFile(id, name, contentType, size, path, url, Optional.of(words), voice);
    }
}
