package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.http.Upload;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import dev.earworm.sandbox.rules.FormErrors;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules of voice messages: developers/resources/message, "Voice Messages".
 *
 * <p>Exactly one file whose own content type is {@code audio/*}, with {@code duration_secs} and {@code waveform}, and
 * nothing else. Empty fields beside it are nothing: JDA sends {@code content: "", embeds: [], poll: null}.
 */
final class VoiceAttachments {
    private static final int MOST_POINTS = 256;
    private static final List<String> EXTRAS = List.of("content", "embeds", "components", "sticker_ids", "poll");

    private VoiceAttachments() {}

    static void check(JsonNode payload, List<Upload> uploads) {
        if (EXTRAS.stream().anyMatch(field -> isFilled(payload.path(field)))) {
            throw new DiscordException(DiscordError.VOICE_WITH_CONTENT);
        }
        if (uploads.size() != 1 || !isAudio(uploads.getFirst())) {
            throw new DiscordException(DiscordError.VOICE_NOT_ONE_AUDIO);
        }
        JsonNode attachment = payload.path("attachments").path(0);
        if (of(attachment).isEmpty()) {
            throw new DiscordException(DiscordError.VOICE_WITHOUT_METADATA);
        }
    }

    /** Length and waveform of a described attachment; empty if either is missing or unreadable. */
    static Optional<SandboxFile.Voice> of(JsonNode attachment) {
        JsonNode seconds = attachment.path("duration_secs");
        Optional<byte[]> points = points(attachment.path("waveform").asText(""));
        if (!seconds.isNumber() || seconds.asDouble() <= 0 || points.isEmpty()) {
            return Optional.empty();
        }
        if (points.get().length > MOST_POINTS) {
            throw FormErrors.of(
                    "attachments.0.waveform", "BASE_TYPE_MAX_LENGTH", "Must be 256 or fewer points in length.");
        }
        Duration duration = Duration.ofMillis(Math.round(seconds.asDouble() * 1000));
        return Optional.of(
                new SandboxFile.Voice(duration, attachment.path("waveform").asText()));
    }

    private static Optional<byte[]> points(String waveform) {
        try {
            return Optional.of(Base64.getDecoder().decode(waveform)).filter(points -> points.length > 0);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isAudio(Upload upload) {
        return upload.contentType().toLowerCase(Locale.ROOT).startsWith("audio/");
    }

    private static boolean isFilled(JsonNode value) {
        return value.isTextual() ? !value.textValue().isEmpty() : !value.isEmpty();
    }
}
