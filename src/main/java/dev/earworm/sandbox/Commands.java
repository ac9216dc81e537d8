package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.SandboxEvent.CommandsChanged;
import dev.earworm.sandbox.rules.DiscordError;
import dev.earworm.sandbox.rules.DiscordException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that the bot registered, for all guilds and for single ones. Call with the world's lock held. */
final class Commands {
    /** The scope of commands for all guilds and direct messages. */
    static final long GLOBAL = 0;

    private final World world;
    private final DailyCreates creates;
    private final Map<Long, Map<Long, ObjectNode>> byScope = new LinkedHashMap<>();

    Commands(World world) {
        this.world = world;
        this.creates = new DailyCreates(world);
    }

    List<ObjectNode> all(long scope) {
        return List.copyOf(scope(scope).values());
    }

    /** The chat command of this name: the guild's own, else the global one. */
    Optional<ObjectNode> find(Optional<SandboxGuild> guild, String name) {
        return offered(guild).stream()
                .filter(command -> command.path("name").asText().equals(name))
                .findFirst();
    }

    /** The chat commands of a guild: its own before the global ones. */
    List<ObjectNode> offered(Optional<SandboxGuild> guild) {
        List<ObjectNode> offered = new ArrayList<>();
        guild.ifPresent(own -> offered.addAll(all(own.id())));
        offered.addAll(all(GLOBAL));
        return offered.stream()
                .filter(command -> command.path("type").asInt() == 1)
                .toList();
    }

    ObjectNode require(long scope, long id) {
        ObjectNode command = scope(scope).get(id);
        if (command == null) {
            throw new DiscordException(DiscordError.UNKNOWN_COMMAND);
        }
        return command;
    }

    /** Replaces all; a command that stays keeps its id. */
    List<ObjectNode> replace(long scope, JsonNode definitions) {
        Map<Long, ObjectNode> old = new LinkedHashMap<>(scope(scope));
        creates.count(scope, countNew(old, definitions));
        scope(scope).clear();
        definitions.forEach(definition -> {
            ObjectNode command = complete(scope, definition, sameIn(old, definition));
            scope(scope).put(command.path("id").asLong(), command);
        });
        world.listeners().tell(new CommandsChanged());
        return all(scope);
    }

    /** Adds one, or replaces the one of the same name. */
    ObjectNode put(long scope, JsonNode definition) {
        Optional<Long> known = sameIn(scope(scope), definition);
        creates.count(scope, known.isPresent() ? 0 : 1);
        ObjectNode command = complete(scope, definition, known);
        scope(scope).put(command.path("id").asLong(), command);
        world.listeners().tell(new CommandsChanged());
        return command;
    }

    /** Changes the named fields of one. */
    ObjectNode change(long scope, long id, JsonNode definition) {
        ObjectNode command = complete(scope, definition, Optional.of(id));
        scope(scope).put(id, command);
        world.listeners().tell(new CommandsChanged());
        return command;
    }

    boolean has(long scope, JsonNode definition) {
        return sameIn(scope(scope), definition).isPresent();
    }

    void remove(long scope, long id) {
        require(scope, id);
        scope(scope).remove(id);
        world.listeners().tell(new CommandsChanged());
    }

    private Map<Long, ObjectNode> scope(long scope) {
        return byScope.computeIfAbsent(scope, _ -> new LinkedHashMap<>());
    }

    private static long countNew(Map<Long, ObjectNode> old, JsonNode definitions) {
        return definitions
                .valueStream()
                .filter(definition -> sameIn(old, definition).isEmpty())
                .count();
    }

    private static Optional<Long> sameIn(Map<Long, ObjectNode> commands, JsonNode definition) {
        return commands.values().stream()
                .filter(command -> command.path("name").equals(definition.path("name")))
                .filter(command ->
                        command.path("type").asInt() == definition.path("type").asInt(1))
                .map(command -> command.path("id").asLong())
                .findFirst();
    }

    private ObjectNode complete(long scope, JsonNode definition, Optional<Long> known) {
        ObjectNode command = definition.deepCopy();
        command.put("id", Json.id(known.orElseGet(world::nextId)));
        command.put("application_id", Json.id(world.bot().id()));
        command.put("version", Json.id(world.nextId()));
        command.put("type", definition.path("type").asInt(1));
        command.put("description", definition.path("description").asText(""));
        for (String nullable :
                List.of("default_member_permissions", "name_localizations", "description_localizations")) {
            if (!command.has(nullable)) {
                command.putNull(nullable);
            }
        }
        if (scope == GLOBAL) {
            addPlaces(command);
        } else {
            command.put("guild_id", Json.id(scope));
            command.remove(List.of("contexts", "integration_types"));
        }
        return command;
    }

    /**
     * Where a command can be used: for global commands only.
     *
     * <p>Discord takes numbers in text, as JDA sends them, and answers with numbers. By default a command is for every
     * installation that the application supports, here both.
     */
    private static void addPlaces(ObjectNode command) {
        ArrayNode contexts = numbers(command.path("contexts"));
        command.set("contexts", contexts.isEmpty() ? NullNode.instance : contexts);
        ArrayNode installations = numbers(command.path("integration_types"));
        command.set(
                "integration_types",
                installations.isEmpty() ? installations.add(0).add(1) : installations);
    }

    private static ArrayNode numbers(JsonNode list) {
        ArrayNode numbers = Json.array();
        list.forEach(entry -> numbers.add(entry.asInt()));
        return numbers;
    }
}
