package dev.earworm.sandbox.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The limits of a message: developers/resources/message, "Create Message" and "Edit Message". */
public final class MessageRules {
    private static final int MOST_CHARACTERS = 2000;

    private MessageRules() {}

    /**
     * Checks a message that is to be created, or the changes to one.
     *
     * @param flags the flags that the message will have
     */
    public static void check(JsonNode body, MessageFlags flags) {
        FormErrors errors = new FormErrors();
        Form message = Form.of(body, errors);
        message.text("content", 0, MOST_CHARACTERS);
        message.flag("tts");
        message.flag("enforce_nonce");
        message.integer("flags", 0, Integer.MAX_VALUE);
        checkNonce(message);
        EmbedRules.check(message);
        ComponentRules.check(message, flags);
        checkMentions(message);
        for (Form attachment : message.forms("attachments", 0, 10)) {
            attachment.requiredInteger("id", 0, Long.MAX_VALUE);
            attachment.text("filename", 1, 1024);
            attachment.text("description", 0, 1024);
            attachment.text("waveform", 0, 400);
        }
        if (flags.hasComponentsV2()) {
            checkV2(message);
        }
        errors.throwIfAny();
    }

    private static void checkNonce(Form message) {
        JsonNode nonce = message.json().path("nonce");
        if (nonce.isNull() || nonce.isMissingNode()) {
            return;
        }
        if (!nonce.isTextual() && !nonce.isIntegralNumber()) {
            message.reject("nonce", "NONCE_TYPE_CONVERT", "Nonce must be an integer or a string.");
        } else if (nonce.asText().length() > 25) {
            message.reject("nonce", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }
    }

    private static void checkMentions(Form message) {
        message.form("allowed_mentions").ifPresent(allowed -> {
            for (String kind : List.of("users", "roles")) {
                JsonNode ids = allowed.json().path(kind);
                if (ids.size() > 100) {
                    allowed.reject(kind, "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.");
                }
                if (!ids.isEmpty() && parses(allowed.json(), kind)) {
                    allowed.reject(
                            "parse",
                            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                            "parse:[\"%s\"] and %s: [ids...] are mutually exclusive.".formatted(kind, kind));
                }
            }
            for (JsonNode word : allowed.json().path("parse")) {
                if (!List.of("roles", "users", "everyone").contains(word.asText())) {
                    allowed.reject(
                            "parse", "BASE_TYPE_CHOICES", "Value must be one of ('roles', 'users', 'everyone').");
                }
            }
        });
    }

    private static boolean parses(JsonNode allowed, String kind) {
        for (JsonNode word : allowed.path("parse")) {
            if (word.asText().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private static void checkV2(Form message) {
        String code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
        String words = "The '%s' field cannot be used when using MessageFlags.IS_COMPONENTS_V2";
        if (!message.json().path("content").asText("").isEmpty()) {
            message.reject("content", code, words.formatted("content"));
        }
        if (!message.json().path("embeds").isEmpty()) {
            message.reject("embeds", code, words.formatted("embeds"));
        }
    }
}
