package dev.earworm.providers.elevenlabs;

import dev.earworm.providers.AudioSignature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import okhttp3.MediaType;

/**
 * How a sound is called on the way to the vendor and on our disk.
 *
 * @param extension of a file, without the dot
 */
record SoundType(String extension, MediaType mediaType) {
    /** By its first bytes; empty when it is no sound. */
    static Optional<SoundType> of(byte[] head) {
        return AudioSignature.of(head).map(SoundType::of);
    }

    /** @throws UncheckedIOException when there is no such file */
    static Optional<SoundType> of(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return of(stream.readNBytes(AudioSignature.LENGTH));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the song's file", e);
        }
    }

    private static SoundType of(AudioSignature signature) {
        return switch (signature) {
            case MP3 -> named("mp3", "audio/mpeg");
            case AAC -> named("aac", "audio/aac");
            case WAV -> named("wav", "audio/wav");
            case OGG -> named("ogg", "audio/ogg");
            case FLAC -> named("flac", "audio/flac");
            case MP4 -> named("m4a", "audio/mp4");
        };
    }

    private static SoundType named(String extension, String mediaType) {
        return new SoundType(extension, MediaType.get(mediaType));
    }
}
