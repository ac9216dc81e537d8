package dev.earworm.sandbox.rules;

import static dev.earworm.sandbox.rules.ComponentRules.CHANNEL_SELECT;
import static dev.earworm.sandbox.rules.ComponentRules.MENTIONABLE_SELECT;
import static dev.earworm.sandbox.rules.ComponentRules.ROLE_SELECT;
import static dev.earworm.sandbox.rules.ComponentRules.USER_SELECT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The limits of menus that Discord fills with what there is in a guild: developers/components/reference, "User Select",
 * "Role Select", "Mentionable Select" and "Channel Select".
 */
final class PickerRules {
    private static final int MOST = 25;

    /** What may be chosen in each kind of menu from the start. */
    private static final Map<Integer, Set<String>> DEFAULTS = Map.of(
            USER_SELECT, Set.of("user"),
            ROLE_SELECT, Set.of("role"),
            MENTIONABLE_SELECT, Set.of("user", "role"),
            CHANNEL_SELECT, Set.of("channel"));

    /** {@code ChannelTypes} of Discord's OpenAPI file; media channels, 16, are in the documentation alone. */
    private static final Set<Integer> CHANNEL_TYPES = Set.of(0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15);

    private PickerRules() {}

    static void check(Form menu, long fewest, long most) {
        int type = menu.json().path("type").asInt();
        if (menu.has("options")) {
            menu.reject("options", "UNKNOWN_FIELD", "Only a string select has options.");
        }
        checkDefaults(menu, DEFAULTS.getOrDefault(type, Set.of()), fewest, most);
        if (type == CHANNEL_SELECT) {
            checkChannelTypes(menu);
        }
    }

    /** "Number of default values must be in the range defined by min_values and max_values." */
    private static void checkDefaults(Form menu, Set<String> allowed, long fewest, long most) {
        if (!menu.has("default_values")) {
            return;
        }
        List<Form> values = menu.forms("default_values", 0, MOST);
        if (!values.isEmpty() && (values.size() < fewest || values.size() > most)) {
            menu.reject(
                    "default_values",
                    "BASE_TYPE_BAD_LENGTH",
                    "Must be between %d and %d in length.".formatted(fewest, most));
        }
        for (Form value : values) {
            String type = value.requiredText("type", 1, 20);
            if (!allowed.contains(type)) {
                value.reject("type", "BASE_TYPE_CHOICES", "Value must be one of %s.".formatted(allowed));
            }
            if (!value.requiredText("id", 1, 20).matches("\\d{1,20}")) {
                value.reject("id", "NUMBER_TYPE_COERCE", "Value is not snowflake.");
            }
        }
    }

    private static void checkChannelTypes(Form menu) {
        Set<Integer> seen = new HashSet<>();
        for (JsonNode type : menu.json().path("channel_types")) {
            if (!CHANNEL_TYPES.contains(type.asInt(-1))) {
                menu.reject("channel_types", "BASE_TYPE_CHOICES", "There is no channel type %s.".formatted(type));
            }
            if (!seen.add(type.asInt(-1))) {
                menu.reject("channel_types", "LIST_ITEMS_UNIQUE", "Items must be unique.");
            }
        }
    }
}
