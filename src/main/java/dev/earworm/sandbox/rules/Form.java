package dev.earworm.sandbox.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One object of a request body, read field by field; what breaks a limit is noted at its path and reading goes on.
 *
 * <p>A JSON null counts as absent, as most of Discord's fields are nullable. Lengths are in code points. The codes of
 * mistakes are those that Discord's error pages and answers show (BASE_TYPE_MAX_LENGTH and so on).
 */
public final class Form {
    private final JsonNode node;
    private final String path;
    private final FormErrors errors;

    private Form(JsonNode node, String path, FormErrors errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
    }

    public static Form of(JsonNode body, FormErrors errors) {
        if (!body.isObject()) {
            errors.add("_body", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        }
        return new Form(body, "", errors);
    }

    public JsonNode json() {
        return node;
    }

    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    public void reject(String field, String code, String message) {
        errors.add(at(field), code, message);
    }

    public void rejectHere(String code, String message) {
        errors.add(path.isEmpty() ? "_body" : path, code, message);
    }

    public Optional<String> text(String field, int minimum, int maximum) {
        Optional<String> text = text(field);
        text.ifPresent(value -> checkLength(field, value.codePointCount(0, value.length()), minimum, maximum));
        return text;
    }

    public String requiredText(String field, int minimum, int maximum) {
        if (!has(field)) {
            reject(field, "BASE_TYPE_REQUIRED", "This field is required");
            return "";
        }
        return text(field, minimum, maximum).orElse("");
    }

    public void textMatching(String field, Predicate<String> rule, String code, String message) {
        text(field).filter(rule.negate()).ifPresent(_ -> reject(field, code, message));
    }

    /** An integer, or a string that holds one: Discord takes both, and JDA sends both. */
    public OptionalLong integer(String field, long minimum, long maximum) {
        if (!has(field)) {
            return OptionalLong.empty();
        }
        Optional<BigDecimal> number = number(node.get(field));
        if (number.isEmpty() || number.get().stripTrailingZeros().scale() > 0) {
            reject(
                    field,
                    "NUMBER_TYPE_COERCE",
                    "Value \"%s\" is not int.".formatted(node.get(field).asText()));
            return OptionalLong.empty();
        }
        if (number.get().compareTo(BigDecimal.valueOf(maximum)) > 0) {
            reject(field, "NUMBER_TYPE_MAX", "int value should be less than or equal to %d.".formatted(maximum));
            return OptionalLong.empty();
        }
        if (number.get().compareTo(BigDecimal.valueOf(minimum)) < 0) {
            reject(field, "NUMBER_TYPE_MIN", "int value should be greater than or equal to %d.".formatted(minimum));
            return OptionalLong.empty();
        }
        return OptionalLong.of(number.get().longValue());
    }

    public long requiredInteger(String field, long minimum, long maximum) {
        if (!has(field)) {
            reject(field, "BASE_TYPE_REQUIRED", "This field is required");
            return minimum;
        }
        return integer(field, minimum, maximum).orElse(minimum);
    }

    public boolean flag(String field) {
        if (!has(field)) {
            return false;
        }
        if (!node.get(field).isBoolean()) {
            reject(field, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        }
        return node.get(field).asBoolean();
    }

    public void webAddress(String field) {
        textMatching(
                field,
                value -> value.startsWith("https://")
                        || value.startsWith("http://")
                        || value.startsWith("attachment://"),
                "URL_TYPE_INVALID_SCHEME",
                "Scheme is not one of ('http', 'https').");
    }

    public Optional<Form> form(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        if (!node.get(field).isObject()) {
            reject(field, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            return Optional.empty();
        }
        return Optional.of(new Form(node.get(field), at(field), errors));
    }

    /** The objects of a list; entries that are none are noted and left out. */
    public List<Form> forms(String field, int minimum, int maximum) {
        if (!has(field)) {
            return List.of();
        }
        JsonNode list = node.get(field);
        if (!list.isArray()) {
            reject(field, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return List.of();
        }
        checkLength(field, list.size(), minimum, maximum);
        return entries(list, at(field), errors);
    }

    /** The values of a list in which none is twice, as text; what is no text and no number is empty. */
    public Set<String> set(String field, int maximum) {
        if (!has(field)) {
            return Set.of();
        }
        JsonNode list = node.get(field);
        if (!list.isArray()) {
            reject(field, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return Set.of();
        }
        checkLength(field, list.size(), 0, maximum);
        Set<String> values = new LinkedHashSet<>();
        for (JsonNode value : list) {
            if (!values.add(value.asText())) {
                reject(field, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
            }
        }
        return values;
    }

    /** The objects of a body that is itself a list. */
    public static List<Form> list(JsonNode body, FormErrors errors) {
        if (!body.isArray()) {
            errors.add("_body", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return List.of();
        }
        return entries(body, "", errors);
    }

    private static List<Form> entries(JsonNode list, String path, FormErrors errors) {
        List<Form> forms = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            String at = path.isEmpty() ? Integer.toString(index) : path + "." + index;
            if (list.get(index).isObject()) {
                forms.add(new Form(list.get(index), at, errors));
            } else {
                errors.add(at, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            }
        }
        return forms;
    }

    private Optional<String> text(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        if (!node.get(field).isTextual()) {
            reject(field, "STRING_TYPE_CONVERT", "Could not interpret \"%s\" as string.".formatted(node.get(field)));
            return Optional.empty();
        }
        return Optional.of(node.get(field).textValue());
    }

    private void checkLength(String field, int length, int minimum, int maximum) {
        if (length >= minimum && length <= maximum) {
            return;
        }
        if (minimum > 0) {
            reject(field, "BASE_TYPE_BAD_LENGTH", "Must be between %d and %d in length.".formatted(minimum, maximum));
        } else {
            reject(field, "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length.".formatted(maximum));
        }
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        if (value.isNumber()) {
            // 1e400 is JSON, and infinite.
            boolean isFinite = Double.isFinite(value.doubleValue());
            return isFinite ? Optional.of(value.decimalValue()) : Optional.empty();
        }
        if (!value.isTextual() || !value.textValue().matches("-?\\d{1,20}")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(value.textValue()));
    }
}
