package dev.earworm.sandbox.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;

/** The limits of a message: developers/resources/message, "Create Message" and "Edit Message". */
public final class MessageRules {
    private static final int MOST_CHARACTERS = 2000;
    private static final int MOST_MENTIONED = 100;
    private static final Set<String> MENTIONABLE = Set.of("roles", "users", "everyone");
    private static final Pattern SNOWFLAKE = Pattern.compile("0|[1-9][0-9]{0,19}");

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
            attachment.flag("is_spoiler");
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
            allowed.flag("replied_user");
            Set<String> parsed = allowed.set("parse", MOST_MENTIONED);
            if (!MENTIONABLE.containsAll(parsed)) {
                allowed.reject("parse", "BASE_TYPE_CHOICES", "Value must be one of ('roles', 'users', 'everyone').");
            }
            checkMentioned(allowed, "users", parsed);
            checkMentioned(allowed, "roles", parsed);
        });
    }

    private static void checkMentioned(Form allowed, String kind, Set<String> parsed) {
        Set<String> ids = allowed.set(kind, MOST_MENTIONED);
        if (!ids.stream().allMatch(SNOWFLAKE.asMatchPredicate())) {
            allowed.reject(kind, "NUMBER_TYPE_COERCE", "Value is not snowflake.");
        }
        if (!ids.isEmpty() && parsed.contains(kind)) {
            allowed.reject(
                    "parse",
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    "parse:[\"%s\"] and %s: [ids...] are mutually exclusive.".formatted(kind, kind));
        }
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
