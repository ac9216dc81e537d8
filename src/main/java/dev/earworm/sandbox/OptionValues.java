package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;

/**
 * Turns what a member puts into an option into what Discord sends: type, limits and choices checked, users, channels, roles
 * and files replaced by their ids and listed as {@code resolved}.
 */
final class OptionValues {
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int BOOLEAN = 5;
    private static final int USER = 6;
    private static final int CHANNEL = 7;
    private static final int ROLE = 8;
    private static final int MENTIONABLE = 9;
    private static final int NUMBER = 10;
    private static final int ATTACHMENT = 11;
    /** What a client can type: application-commands, "Application Command Option Type". */
    private static final int LONGEST_STRING = 6000;

    private static final BigDecimal LARGEST_INTEGER = BigDecimal.valueOf(1L << 53);

    private final World world;
    private final SandboxChannel channel;
    private final SandboxUser user;
    private final ResolvedData resolved;

    OptionValues(World world, SandboxChannel channel, SandboxUser user) {
        this.world = world;
        this.channel = channel;
        this.user = user;
        this.resolved = new ResolvedData(channel, user);
    }

    ObjectNode resolved() {
        return resolved.json();
    }

    JsonNode of(JsonNode option, Object value) {
        int type = option.path("type").asInt();
        return switch (value) {
            case CharSequence text when type == STRING -> text(option, text.toString());
            case Number number when type == INTEGER || type == NUMBER -> number(option, number, type);
            case Boolean flag when type == BOOLEAN -> BooleanNode.valueOf(flag);
            case SandboxMember member when type == USER || type == MENTIONABLE -> resolved.user(member.user());
            case SandboxUser named when type == USER || type == MENTIONABLE -> resolved.user(named);
            case SandboxRole role when type == ROLE || type == MENTIONABLE -> resolved.role(role);
            case SandboxChannel other when type == CHANNEL -> resolved.channel(other);
            case Attached attached when type == ATTACHMENT -> attachment(attached);
            case Path path when type == ATTACHMENT -> attachment(Attached.file(path));
            default -> throw refused(option, "cannot be a " + value.getClass().getSimpleName());
        };
    }

    private static JsonNode text(JsonNode option, String text) {
        int length = text.codePointCount(0, text.length());
        int shortest = Math.max(1, option.path("min_length").asInt(0));
        int longest = option.path("max_length").asInt(LONGEST_STRING);
        if (length < shortest || length > longest) {
            throw refused(option, "must have %d to %d characters, has %d".formatted(shortest, longest, length));
        }
        TextNode value = TextNode.valueOf(text);
        checkChoice(option, value);
        return value;
    }

    private static JsonNode number(JsonNode option, Number number, int type) {
        BigDecimal value = new BigDecimal(number.toString());
        boolean isWhole = value.stripTrailingZeros().scale() <= 0;
        if (type == INTEGER && (!isWhole || value.abs().compareTo(LARGEST_INTEGER) > 0)) {
            throw refused(option, "must be a whole number");
        }
        if (option.hasNonNull("min_value")
                && value.compareTo(option.get("min_value").decimalValue()) < 0) {
            throw refused(option, "must be at least " + option.get("min_value"));
        }
        if (option.hasNonNull("max_value")
                && value.compareTo(option.get("max_value").decimalValue()) > 0) {
            throw refused(option, "must be at most " + option.get("max_value"));
        }
        JsonNode node = type == INTEGER ? LongNode.valueOf(value.longValueExact()) : DecimalNode.valueOf(value);
        checkChoice(option, node);
        return node;
    }

    private static void checkChoice(JsonNode option, JsonNode value) {
        if (option.path("choices").isEmpty()) {
            return;
        }
        for (JsonNode choice : option.path("choices")) {
            if (choice.path("value").asText().equals(value.asText())) {
                return;
            }
        }
        throw refused(option, "must be one of " + Choice.all(option.path("choices")));
    }

    private JsonNode attachment(Attached attached) {
        SandboxFile file = uploaded(world, channel, user.uploadLimitIn(channel), attached);
        return resolved.attachment(world, file);
    }

    /** A member's upload; the client refuses what is too large. */
    static SandboxFile uploaded(World world, SandboxChannel channel, long limit, Attached attached) {
        try {
            if (attached.size() > limit) {
                throw new ClientRefusalException(
                        "%s is larger than the %d bytes that may be uploaded here".formatted(attached.name(), limit));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return world.files().copy(world.nextId(), channel, attached);
    }

    private static ClientRefusalException refused(JsonNode option, String why) {
        return new ClientRefusalException(option.path("name").asText() + " " + why);
    }
}
