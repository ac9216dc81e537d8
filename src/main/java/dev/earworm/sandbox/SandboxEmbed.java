package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The words of an embed; what it does not have is empty. */
public record SandboxEmbed(String title, String description, String url, String footer, List<Field> fields) {
    /** A name and a value, one of up to 25. */
    public record Field(String name, String value) {}

    static List<SandboxEmbed> all(JsonNode embeds) {
        List<SandboxEmbed> all = new ArrayList<>();
        embeds.forEach(embed -> all.add(of(embed)));
        return List.copyOf(all);
    }

    private static SandboxEmbed of(JsonNode embed) {
        List<Field> fields = new ArrayList<>();
        embed.path("fields")
                .forEach(field -> fields.add(new Field(
                        field.path("name").asText(), field.path("value").asText())));
        return new SandboxEmbed(
                embed.path("title").asText(""),
                embed.path("description").asText(""),
                embed.path("url").asText(""),
                embed.path("footer").path("text").asText(""),
                List.copyOf(fields));
    }
}
