package dev.earworm.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.Attached;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxGuild;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser sent for the options of a command, as the engine wants it.
 *
 * <p>The engine checks lengths, limits and choices; here ids become whom they mean, and digits numbers.
 */
final class OptionInput {
    private final Sandbox sandbox;
    private final Optional<SandboxGuild> guild;
    private final Map<String, Attached> files;

    OptionInput(Sandbox sandbox, Optional<SandboxGuild> guild, Map<String, Attached> files) {
        this.sandbox = sandbox;
        this.guild = guild;
        this.files = files;
    }

    /** The values of the options that this command, at the end of its path, has. */
    Map<String, Object> read(JsonNode command, Iterable<String> steps, JsonNode given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (JsonNode option : level(command, steps).path("options")) {
            String name = option.path("name").asText();
            if (given.hasNonNull(name) || files.containsKey(name)) {
                values.put(name, value(option, given.path(name)));
            }
        }
        return values;
    }

    private static JsonNode level(JsonNode command, Iterable<String> steps) {
        JsonNode level = command;
        for (String step : steps) {
            level = level.path("options")
                    .valueStream()
                    .filter(option -> option.path("name").asText().equals(step))
                    .findFirst()
                    .orElseThrow(() -> new UnfitOrder("There is no subcommand %s.".formatted(step)));
        }
        return level;
    }

    /** developers/interactions/application-commands, "Application Command Option Type". */
    private Object value(JsonNode option, JsonNode given) {
        String name = option.path("name").asText();
        return switch (option.path("type").asInt()) {
            case 4, 10 -> number(name, given);
            case 5 -> given.asBoolean();
            case 6 -> user(name, given).orElseThrow(() -> unknown(name));
            case 7 -> channel(name, given);
            case 8 -> role(given).orElseThrow(() -> unknown(name));
            case 9 -> user(name, given).or(() -> role(given)).orElseThrow(() -> unknown(name));
            case 11 -> Optional.<Object>ofNullable(files.get(name)).orElseThrow(() -> unknown(name));
            default -> given.asText();
        };
    }

    private static BigDecimal number(String name, JsonNode given) {
        try {
            return new BigDecimal(given.asText().strip());
        } catch (NumberFormatException _) {
            throw new UnfitOrder("%s must be a number.".formatted(name));
        }
    }

    private Optional<Object> user(String name, JsonNode given) {
        long id = id(name, given);
        return sandbox.people().stream()
                .filter(user -> user.id() == id)
                .findFirst()
                .or(() -> Optional.of(sandbox.bot()).filter(bot -> bot.id() == id))
                .map(user -> user);
    }

    private Object channel(String name, JsonNode given) {
        return sandbox.findChannel(id(name, given)).orElseThrow(() -> unknown(name));
    }

    private Optional<Object> role(JsonNode given) {
        return guild.flatMap(own -> own.allRoles().stream()
                .filter(role -> MessageJson.id(role.id()).equals(given.asText()))
                .findFirst()
                .map(role -> role));
    }

    private static long id(String name, JsonNode given) {
        try {
            return Long.parseUnsignedLong(given.asText());
        } catch (NumberFormatException _) {
            throw unknown(name);
        }
    }

    private static UnfitOrder unknown(String name) {
        return new UnfitOrder("What %s names is not here.".formatted(name));
    }
}
