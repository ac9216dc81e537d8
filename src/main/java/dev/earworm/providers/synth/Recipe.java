package dev.earworm.providers.synth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.SongRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * All that a song of this composer is made of. Since it makes the same song of it at any time, the recipe is how the song
 * is kept: written as text, it is the song's id.
 *
 * @param plan where the song was made by one
 */
record Recipe(String prompt, long seed, Duration length, Optional<CompositionPlan> plan) {
    /** Of what the composer makes. It goes up when the same recipe becomes another song; then older ids mean nothing. */
    private static final String COMPOSER = "1.";

    private static final int LONGEST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Recipe of(SongRequest request) {
        return new Recipe(request.prompt(), request.seed().orElse(0), request.length(), request.plan());
    }

    String songId() {
        return COMPOSER + Base64.getUrlEncoder().withoutPadding().encodeToString(deflated(json()));
    }

    /** Empty for what this composer has not written. */
    static Optional<Recipe> read(String songId) {
        if (!songId.startsWith(COMPOSER)) {
            return Optional.empty();
        }
        try {
            byte[] deflated = Base64.getUrlDecoder().decode(songId.substring(COMPOSER.length()));
            return Optional.ofNullable(JSON.readValue(inflated(deflated), Recipe.class));
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    private byte[] json() {
        try {
            return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recipe that cannot be written", e);
        }
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deflated.toByteArray();
    }

    private static byte[] inflated(byte[] deflated) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return in.readNBytes(LONGEST);
        }
    }
}
