package dev.earworm.sandbox.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The limits of embeds: developers/resources/message, "Embed Limits". */
final class EmbedRules {
    static final int MOST_EMBEDS = 10;
    private static final int MOST_CHARACTERS = 6000;

    private EmbedRules() {}

    static void check(Form message) {
        List<Form> embeds = message.forms("embeds", 0, MOST_EMBEDS);
        embeds.forEach(EmbedRules::checkEmbed);
        int characters =
                embeds.stream().mapToInt(embed -> characters(embed.json())).sum();
        if (characters > MOST_CHARACTERS) {
            message.reject("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
        }
    }

    private static void checkEmbed(Form embed) {
        embed.text("title", 0, 256);
        embed.text("description", 0, 4096);
        embed.integer("color", 0, 0xFFFFFF);
        embed.textMatching("timestamp", EmbedRules::isTimestamp, "DATE_TIME_TYPE_PARSE", "Could not parse timestamp.");
        embed.webAddress("url");
        for (Form field : embed.forms("fields", 0, 25)) {
            field.requiredText("name", 1, 256);
            field.requiredText("value", 1, 1024);
            field.flag("inline");
        }
        embed.form("footer").ifPresent(footer -> footer.text("text", 0, 2048));
        embed.form("author").ifPresent(author -> author.text("name", 0, 256));
        for (String media : List.of("image", "thumbnail")) {
            embed.form(media).ifPresent(form -> form.webAddress("url"));
        }
    }

    private static int characters(JsonNode embed) {
        int sum = length(embed.path("title"))
                + length(embed.path("description"))
                + length(embed.path("footer").path("text"))
                + length(embed.path("author").path("name"));
        for (JsonNode field : embed.path("fields")) {
            sum += length(field.path("name")) + length(field.path("value"));
        }
        return sum;
    }

    private static int length(JsonNode text) {
        String value = text.asText("");
        return value.codePointCount(0, value.length());
    }

    private static boolean isTimestamp(String value) {
        try {
            OffsetDateTime.parse(value);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
