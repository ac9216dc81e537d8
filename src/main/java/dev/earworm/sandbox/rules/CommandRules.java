package dev.earworm.sandbox.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The limits of a command definition: developers/interactions/application-commands, "Application Command Object".
 */
public final class CommandRules {
    public static final int MOST_COMMANDS = 100;
    static final int SUBCOMMAND = 1;
    static final int GROUP = 2;
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int NUMBER = 10;
    private static final int MOST_CHARACTERS = 8000;
    private static final long ALL_PERMISSIONS = (1L << 54) - 1;
    /** Discord's own expression; letters must also be lower case where there is such a form. */
    private static final Pattern NAME = Pattern.compile("^[-_'\\p{L}\\p{N}\\p{IsDeva}\\p{IsThai}]{1,32}$");

    private CommandRules() {}

    /** Checks one definition that is to be created or changed. */
    public static void check(JsonNode definition) {
        FormErrors errors = new FormErrors();
        check(Form.of(definition, errors));
        errors.throwIfAny();
    }

    /** Checks the list that replaces every command. */
    public static void checkAll(JsonNode definitions) {
        FormErrors errors = new FormErrors();
        List<Form> commands = Form.list(definitions, errors);
        Set<String> names = new HashSet<>();
        for (Form command : commands) {
            check(command);
            String key = command.json().path("type").asInt(1) + "/"
                    + command.json().path("name").asText();
            if (!names.add(key)) {
                command.reject(
                        "name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
        }
        errors.throwIfAny();
        if (commands.size() > MOST_COMMANDS) {
            throw new DiscordException(DiscordError.TOO_MANY_COMMANDS);
        }
    }

    private static void check(Form command) {
        long type = command.integer("type", 1, 3).orElse(1);
        if (type == 1) {
            checkWords(command);
            checkOptions(command, Level.COMMAND);
        } else {
            command.requiredText("name", 1, 32);
            LocalizationRules.check(
                    command, "name_localizations", (names, locale) -> names.requiredText(locale, 1, 32));
            command.text("description", 0, 0);
        }
        command.integer("default_member_permissions", 0, ALL_PERMISSIONS);
        command.flag("nsfw");
        checkPlaces(command, "contexts", 2);
        checkPlaces(command, "integration_types", 1);
        if (characters(command.json()) > MOST_CHARACTERS) {
            command.rejectHere("APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
        }
    }

    /** A list of different numbers from 0; the codes of mistakes in it are not documented. */
    private static void checkPlaces(Form command, String field, int largest) {
        if (!command.has(field)) {
            return;
        }
        JsonNode list = command.json().get(field);
        if (!list.isArray()) {
            command.reject(field, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return;
        }
        Set<Integer> places = new HashSet<>();
        for (JsonNode entry : list) {
            int place = entry.asInt(-1);
            if (place < 0 || place > largest || !places.add(place)) {
                command.reject(field, "ENUM_TYPE_COERCE", "Value \"%s\" is not a new one.".formatted(entry.asText()));
            }
        }
        if (list.isEmpty()) {
            command.reject(field, "BASE_TYPE_BAD_LENGTH", "Must be 1 or more in length.");
        }
    }

    private enum Level {
        COMMAND,
        GROUP,
        SUBCOMMAND
    }

    private static void checkOptions(Form parent, Level level) {
        Set<String> names = new HashSet<>();
        boolean optionalSeen = false;
        List<Form> options = parent.forms("options", 0, 25);
        checkNesting(options, level);
        LocalizationRules.checkDistinct(options);
        for (Form option : options) {
            checkOption(option);
            if (!names.add(option.json().path("name").asText())) {
                option.reject("name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            }
            boolean required = option.json().path("required").asBoolean();
            if (required && optionalSeen) {
                option.rejectHere(
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optionalSeen |= !required;
        }
    }

    /**
     * A command holds subcommands and groups of them, or options; a group holds subcommands; those hold options: "Subcommands
     * and Subcommand Groups". The code is not documented.
     */
    private static void checkNesting(List<Form> options, Level level) {
        boolean holdsSubcommands = options.stream().anyMatch(CommandRules::holdsMore);
        for (Form option : options) {
            boolean isInPlace = switch (level) {
                case COMMAND -> holdsMore(option) == holdsSubcommands;
                case GROUP -> type(option) == SUBCOMMAND;
                case SUBCOMMAND -> !holdsMore(option);
            };
            if (!isInPlace) {
                option.reject(
                        "type",
                        "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                        "Sub-command and sub-command group option types are mutually exclusive to all other types");
            }
        }
    }

    private static boolean holdsMore(Form option) {
        return type(option) == SUBCOMMAND || type(option) == GROUP;
    }

    private static int type(Form option) {
        return option.json().path("type").asInt();
    }

    private static void checkOption(Form option) {
        checkWords(option);
        option.flag("required");
        long type = option.requiredInteger("type", SUBCOMMAND, 11);
        if (type == SUBCOMMAND || type == GROUP) {
            checkOptions(option, type == GROUP ? Level.GROUP : Level.SUBCOMMAND);
            return;
        }
        option.integer("min_length", 0, 6000);
        option.integer("max_length", 1, 6000);
        checkChoices(option, type);
    }

    private static void checkChoices(Form option, long type) {
        List<Form> choices = option.forms("choices", 0, 25);
        boolean mayHave = type == STRING || type == INTEGER || type == NUMBER;
        if (!mayHave && !choices.isEmpty()) {
            option.reject("choices", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Option type cannot have choices");
        }
        if (option.flag("autocomplete") && !choices.isEmpty()) {
            option.reject(
                    "autocomplete",
                    "APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES",
                    "Cannot have both autocomplete and choices");
        }
        for (Form choice : choices) {
            checkChoice(choice, type);
        }
    }

    private static void checkChoice(Form choice, long type) {
        choice.requiredText("name", 1, 100);
        LocalizationRules.check(choice, "name_localizations", (names, locale) -> names.requiredText(locale, 1, 100));
        if (type == STRING) {
            choice.requiredText("value", 1, 100);
        } else if (!choice.json().path("value").isNumber()) {
            choice.reject(
                    "value",
                    "NUMBER_TYPE_COERCE",
                    "Value \"%s\" is not a number."
                            .formatted(choice.json().path("value").asText()));
        }
    }

    /** What a bot answers to a member who is typing: at most 25 choices. */
    public static void checkChoices(JsonNode data, int optionType) {
        FormErrors errors = new FormErrors();
        Form form = Form.of(data, errors);
        if (!form.has("choices")) {
            form.reject("choices", "BASE_TYPE_REQUIRED", "This field is required");
        }
        form.forms("choices", 0, 25).forEach(choice -> checkChoice(choice, optionType));
        errors.throwIfAny();
    }

    /** Name and description, in every language. */
    private static void checkWords(Form form) {
        checkName(form, "name");
        form.requiredText("description", 1, 100);
        LocalizationRules.check(form, "name_localizations", CommandRules::checkName);
        LocalizationRules.check(
                form, "description_localizations", (words, locale) -> words.requiredText(locale, 1, 100));
    }

    private static void checkName(Form form, String field) {
        String name = form.requiredText(field, 1, 32);
        boolean isLower = name.equals(name.toLowerCase(java.util.Locale.ROOT));
        if (!name.isEmpty() && (!isLower || !NAME.matcher(name).matches())) {
            form.reject(field, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    /** Of each word only the longest language counts. */
    private static int characters(JsonNode node) {
        int sum = longest(node, "name") + longest(node, "description");
        for (JsonNode option : node.path("options")) {
            sum += characters(option);
        }
        for (JsonNode choice : node.path("choices")) {
            sum += longest(choice, "name") + choice.path("value").asText().length();
        }
        return sum;
    }

    private static int longest(JsonNode node, String word) {
        int longest = node.path(word).asText().length();
        for (JsonNode text : node.path(word + "_localizations")) {
            longest = Math.max(longest, text.asText().length());
        }
        return longest;
    }
}
