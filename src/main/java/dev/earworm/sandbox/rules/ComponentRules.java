package dev.earworm.sandbox.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The limits of buttons, menus and rows: developers/components/reference. */
public final class ComponentRules {
    public static final int ROW = 1;
    public static final int BUTTON = 2;
    public static final int STRING_SELECT = 3;
    public static final int TEXT_INPUT = 4;
    public static final int USER_SELECT = 5;
    public static final int ROLE_SELECT = 6;
    public static final int MENTIONABLE_SELECT = 7;
    public static final int CHANNEL_SELECT = 8;
    public static final int LABEL = 18;
    private static final int LINK_STYLE = 5;
    private static final int PREMIUM_STYLE = 6;
    private static final Set<Integer> MENUS =
            Set.of(STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT);
    private static final int MOST_IN_V2 = 40;

    private ComponentRules() {}

    /** Rows of a message, or with {@code IS_COMPONENTS_V2} the free layout of up to 40 components. */
    static void check(Form message, MessageFlags flags) {
        List<Form> components = message.forms("components", 0, flags.hasComponentsV2() ? MOST_IN_V2 : 5);
        Set<String> customIds = new HashSet<>();
        components.forEach(component -> checkTop(component, flags, customIds));
        if (flags.hasComponentsV2() && count(message.json().path("components")) > MOST_IN_V2) {
            message.reject("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "Must be 40 or fewer in length.");
        }
    }

    private static void checkTop(Form component, MessageFlags flags, Set<String> customIds) {
        long type = component.requiredInteger("type", 1, 30);
        if (type == ROW) {
            checkRow(component, customIds);
            return;
        }
        if (!flags.hasComponentsV2()) {
            component.reject("type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
            return;
        }
        component.forms("components", 1, MOST_IN_V2).forEach(child -> checkNested(child, customIds));
        component.form("accessory").ifPresent(accessory -> checkNested(accessory, customIds));
    }

    private static void checkNested(Form component, Set<String> customIds) {
        long type = component.requiredInteger("type", 1, 30);
        if (type == ROW) {
            checkRow(component, customIds);
        } else if (type == BUTTON) {
            checkButton(component, customIds);
        }
    }

    private static void checkRow(Form row, Set<String> customIds) {
        List<Form> children = row.forms("components", 1, 5);
        if (!row.has("components")) {
            row.reject("components", "BASE_TYPE_REQUIRED", "This field is required");
        }
        children.forEach(child -> checkInRow(child, customIds));
        boolean hasMenu = children.stream().anyMatch(child -> isMenu(child.json()));
        if (hasMenu && children.size() > 1) {
            row.reject(
                    "components",
                    "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                    "The specified component exceeds the maximum width");
        }
    }

    private static void checkInRow(Form component, Set<String> customIds) {
        long type = component.requiredInteger("type", 1, 30);
        if (type == BUTTON) {
            checkButton(component, customIds);
        } else if (isMenu(component.json())) {
            checkMenu(component, customIds);
        } else {
            component.reject(
                    "type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).");
        }
    }

    private static void checkButton(Form button, Set<String> customIds) {
        long style = button.requiredInteger("style", 1, PREMIUM_STYLE);
        button.text("label", 0, 80);
        button.flag("disabled");
        if (style == PREMIUM_STYLE) {
            return;
        }
        if (style == LINK_STYLE) {
            button.requiredText("url", 1, 512);
            button.webAddress("url");
        } else {
            checkCustomId(button, customIds);
        }
        if (style == LINK_STYLE && button.has("custom_id")) {
            button.reject(
                    "custom_id",
                    "BUTTON_COMPONENT_CUSTOM_ID_NOT_ALLOWED",
                    "A custom id and url cannot both be specified");
        }
        if (!button.has("label") && !button.has("emoji")) {
            button.rejectHere("BUTTON_COMPONENT_INVALID_LABEL", "A button must have a label or an emoji");
        }
    }

    private static void checkMenu(Form menu, Set<String> customIds) {
        checkCustomId(menu, customIds);
        menu.text("placeholder", 0, 150);
        long fewest = menu.integer("min_values", 0, 25).orElse(1);
        long most = menu.integer("max_values", 1, 25).orElse(1);
        if (menu.json().path("type").asInt() != STRING_SELECT) {
            PickerRules.check(menu, fewest, most);
            return;
        }
        if (!menu.has("options")) {
            menu.reject("options", "BASE_TYPE_REQUIRED", "This field is required");
        }
        Set<String> values = new HashSet<>();
        for (Form option : menu.forms("options", 1, 25)) {
            option.requiredText("label", 1, 100);
            option.text("description", 0, 100);
            option.flag("default");
            if (!values.add(option.requiredText("value", 1, 100))) {
                option.reject(
                        "value",
                        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                        "The specified option value is already used");
            }
        }
    }

    private static void checkCustomId(Form component, Set<String> customIds) {
        String customId = component.requiredText("custom_id", 1, 100);
        if (!customId.isEmpty() && !customIds.add(customId)) {
            component.reject("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }

    /** A form that opens on a member's screen: developers/components/reference, "Text Input" and "Label". */
    public static void checkModal(JsonNode data) {
        FormErrors errors = new FormErrors();
        Form modal = Form.of(data, errors);
        modal.requiredText("custom_id", 1, 100);
        modal.requiredText("title", 1, 45);
        if (!modal.has("components")) {
            modal.reject("components", "BASE_TYPE_REQUIRED", "This field is required");
        }
        Set<String> customIds = new HashSet<>();
        for (Form part : modal.forms("components", 1, 5)) {
            checkModalPart(part, customIds);
        }
        errors.throwIfAny();
    }

    private static void checkModalPart(Form part, Set<String> customIds) {
        long type = part.requiredInteger("type", 1, 30);
        if (type == LABEL) {
            part.requiredText("label", 1, 45);
            part.text("description", 1, 100);
            Optional<Form> field = part.form("component");
            field.ifPresent(form -> checkField(form, customIds));
            if (field.isEmpty()) {
                part.reject("component", "BASE_TYPE_REQUIRED", "This field is required");
            }
        } else if (type == ROW) {
            part.forms("components", 1, 1).forEach(field -> checkField(field, customIds));
        }
    }

    private static void checkField(Form field, Set<String> customIds) {
        field.flag("required");
        if (isMenu(field.json())) {
            checkMenu(field, customIds);
            if (field.flag("disabled")) {
                field.reject("disabled", "COMPONENT_DISABLED_NOT_ALLOWED", "A menu in a form cannot be disabled.");
            }
            return;
        }
        checkCustomId(field, customIds);
        if (field.requiredInteger("type", 1, 30) != TEXT_INPUT) {
            return;
        }
        field.requiredInteger("style", 1, 2);
        field.text("label", 1, 45);
        field.text("placeholder", 0, 100);
        field.text("value", 0, 4000);
        long minimum = field.integer("min_length", 0, 4000).orElse(0);
        long maximum = field.integer("max_length", 1, 4000).orElse(4000);
        if (minimum > maximum) {
            field.reject("min_length", "NUMBER_TYPE_MAX", "min_length must not be greater than max_length.");
        }
    }

    private static boolean isMenu(JsonNode component) {
        return MENUS.contains(component.path("type").asInt());
    }

    private static int count(JsonNode components) {
        int count = 0;
        for (JsonNode component : components) {
            count += 1 + count(component.path("components")) + (component.has("accessory") ? 1 : 0);
        }
        return count;
    }
}
