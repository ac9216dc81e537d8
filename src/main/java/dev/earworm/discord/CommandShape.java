package dev.earworm.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/**
 * A command as Discord shows it: names, descriptions and choices in every language, options in their order, limits,
 * permissions, and where it may be used. Both sides go through JDA's own form, so that what Discord fills in does not
 * count as a difference.
 */
final class CommandShape {
    private static final JsonMapper JSON = new JsonMapper();
    /** Discord may answer 1 with 1.0. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private CommandShape() {}

    /** Whether members see the same, in whatever order the commands are. */
    static boolean areSame(CommandScope scope, List<CommandData> some, List<CommandData> others) {
        return tree(scope, some).equals(BY_VALUE, tree(scope, others));
    }

    private static ObjectNode tree(CommandScope scope, List<CommandData> commands) {
        ObjectNode byName = JSON.createObjectNode();
        commands.forEach(command -> byName.set(command.getType() + " " + command.getName(), tree(scope, command)));
        return byName;
    }

    private static ObjectNode tree(CommandScope scope, CommandData command) {
        ObjectNode tree = parsed(command.toData().toString());
        return switch (scope) {
            case CommandScope.Everywhere _ -> tree;
            // "Only for globally-scoped commands", says Discord of both, so nothing is known of what it answers.
            case CommandScope.OneGuild _ -> tree.remove(List.of("contexts", "integration_types"));
        };
    }

    private static ObjectNode parsed(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JDA wrote what is no JSON", e);
        }
    }
}
