package dev.earworm.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/**
 * What can be run: a command or one of its subcommands.
 *
 * @param words its name, from the outside in
 */
record CommandLeaf(List<String> words, List<OptionData> options) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOBODY = "123456789012345678";

    static Stream<CommandLeaf> of(SlashCommandData command) {
        String name = command.getName();
        Stream<CommandLeaf> subcommands = command.getSubcommands().stream()
                .map(subcommand -> new CommandLeaf(List.of(name, subcommand.getName()), subcommand.getOptions()));
        Stream<CommandLeaf> grouped = command.getSubcommandGroups().stream()
                .flatMap(group -> group.getSubcommands().stream()
                        .map(subcommand -> new CommandLeaf(
                                List.of(name, group.getName(), subcommand.getName()), subcommand.getOptions())));
        List<CommandLeaf> below = Stream.concat(subcommands, grouped).toList();
        return below.isEmpty() ? Stream.of(new CommandLeaf(List.of(name), command.getOptions())) : below.stream();
    }

    /** A subcommand that there is not. */
    CommandLeaf deeper(String word) {
        return new CommandLeaf(Stream.concat(words.stream(), Stream.of(word)).toList(), List.of());
    }

    /** As Discord writes it. */
    ObjectNode sent(List<ObjectNode> values) {
        ObjectNode command =
                JSON.createObjectNode().put("id", NOBODY).put("type", 1).put("name", words.getFirst());
        ObjectNode innermost = command;
        for (int depth = 1; depth < words.size(); depth++) {
            boolean isLast = depth == words.size() - 1;
            OptionType type = isLast ? OptionType.SUB_COMMAND : OptionType.SUB_COMMAND_GROUP;
            innermost = innermost
                    .putArray("options")
                    .addObject()
                    .put("type", type.getKey())
                    .put("name", words.get(depth));
        }
        innermost.putArray("options").addAll(values);
        return command;
    }

    /** What stands in an option. */
    record Value(OptionType type, JsonNode json) {
        static Value text(String text) {
            return new Value(OptionType.STRING, JsonNodeFactory.instance.textNode(text));
        }

        /** Something of this type; whom or what it names did not come along. */
        static Value of(OptionType type) {
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            return new Value(
                    type,
                    switch (type) {
                        case STRING -> nodes.textNode("a calm river");
                        case INTEGER -> nodes.numberNode(30);
                        case NUMBER -> nodes.numberNode(1.5);
                        case BOOLEAN -> nodes.booleanNode(true);
                        case USER, CHANNEL, ROLE, MENTIONABLE, ATTACHMENT -> nodes.textNode(NOBODY);
                        case SUB_COMMAND, SUB_COMMAND_GROUP, UNKNOWN -> nodes.nullNode();
                    });
        }

        static ObjectNode fitting(OptionData option) {
            Value value = option.getChoices().isEmpty()
                    ? of(option.getType())
                    : text(option.getChoices().getFirst().getAsString());
            return value.named(option.getName());
        }

        ObjectNode named(String name) {
            ObjectNode sent = JSON.createObjectNode().put("type", type.getKey()).put("name", name);
            sent.set("value", json);
            return sent;
        }
    }
}
