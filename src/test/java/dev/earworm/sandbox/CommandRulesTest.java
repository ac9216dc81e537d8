package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.RawBot.Reply;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Discord refuses in a command's definition, and what its client refuses in a member's input. */
class CommandRulesTest extends SandboxFixture {
    private String path;

    @BeforeEach
    void knowThePath() {
        path = "/applications/%d/commands".formatted(sandbox.applicationId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "Song", "description": "a"}                                                                  | name                    | APPLICATION_COMMAND_INVALID_NAME
            {"name": "two words", "description": "a"}                                                             | name                    | APPLICATION_COMMAND_INVALID_NAME
            {"name": "song"}                                                                                      | description             | BASE_TYPE_REQUIRED
            {"description": "a"}                                                                                  | name                    | BASE_TYPE_REQUIRED
            {"name": "song", "description": "a", "contexts": {"0": true}}                                         | contexts                | LIST_TYPE_CONVERT
            {"name": "song", "description": "a", "integration_types": {"0": true}}                                | integration_types       | LIST_TYPE_CONVERT
            {"name": "song", "description": "a", "default_member_permissions": "18014398509481984"}               | default_member_permissions | NUMBER_TYPE_MAX
            {"name": "song", "description": "a", "type": 9}                                                       | type                    | NUMBER_TYPE_MAX
            {"name": "song", "description": "a", "options": [{"type": 3, "name": "a"}]}                           | options 0 description   | BASE_TYPE_REQUIRED
            {"name": "song", "description": "a", "options": [{"type": 99, "name": "a", "description": "a"}]}      | options 0 type          | NUMBER_TYPE_MAX
            {"name": "song", "description": "a", "options": [{"type": 3, "name": "a", "description": "a"}, {"type": 3, "name": "a", "description": "a"}]} | options 1 name | APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS
            {"name": "song", "description": "a", "options": [{"type": 3, "name": "a", "description": "a"}, {"type": 3, "name": "b", "description": "a", "required": true}]} | options 1 | APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID
            {"name": "song", "description": "a", "options": [{"type": 3, "name": "a", "description": "a", "autocomplete": true, "choices": [{"name": "a", "value": "a"}]}]} | options 0 autocomplete | APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES
            {"name": "song", "description": "a", "options": [{"type": 5, "name": "a", "description": "a", "choices": [{"name": "a", "value": "a"}]}]} | options 0 choices | APPLICATION_COMMAND_OPTIONS_TYPE_INVALID
            {"name": "song", "description": "a", "options": [{"type": 4, "name": "a", "description": "a", "choices": [{"name": "a", "value": "a"}]}]} | options 0 choices 0 value | NUMBER_TYPE_COERCE
            {"name": "song", "description": "a", "options": [{"type": 1, "name": "a", "description": "a"}, {"type": 3, "name": "b", "description": "a"}]} | options 1 type | APPLICATION_COMMAND_OPTIONS_TYPE_INVALID
            {"name": "song", "description": "a", "options": [{"type": 2, "name": "a", "description": "a", "options": [{"type": 3, "name": "b", "description": "a"}]}]} | options 0 options 0 type | APPLICATION_COMMAND_OPTIONS_TYPE_INVALID
            {"name": "song", "description": "a", "options": [{"type": 1, "name": "a", "description": "a", "options": [{"type": 1, "name": "b", "description": "a"}]}]} | options 0 options 0 type | APPLICATION_COMMAND_OPTIONS_TYPE_INVALID
            """)
    void aWrongDefinitionIsRefusedWhereItIsWrong(String json, String at, String mistake) throws Exception {
        Reply reply = bot.post(path, json);

        assertThat(reply.code()).isEqualTo(50035);
        assertThat(reply.mistakeAt(at.split(" "))).as(reply.body().toString()).isEqualTo(mistake);
        assertThat(bot.get(path).body()).isEmpty();
    }

    @Test
    void equalNamesAndMoreThanAHundredCommandsAreRefused() throws Exception {
        String song = "{\"name\": \"song\", \"description\": \"a\"}";
        assertThat(bot.put(path, "[%s, %s]".formatted(song, song)).mistakeAt("1", "name"))
                .isEqualTo("APPLICATION_COMMANDS_DUPLICATE_NAME");

        StringBuilder many = new StringBuilder(song);
        for (int number = 0; number < 100; number++) {
            many.append(",").append(song.replace("song", "song" + number));
        }
        assertThat(bot.put(path, "[%s]".formatted(many)).code()).isEqualTo(30032);
        assertThat(bot.put(path, song).code()).isEqualTo(50035);
    }

    @Test
    void commandsAreCreatedChangedReplacedAndRemoved() throws Exception {
        Reply created = bot.post(path, "{\"name\": \"song\", \"description\": \"a\"}");
        Reply again = bot.post(path, "{\"name\": \"song\", \"description\": \"b\"}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.id()).isEqualTo(created.id());

        bot.patch(path + "/" + created.id(), "{\"description\": \"c\"}");
        JsonNode song = bot.get(path + "/" + created.id()).body();
        assertThat(song.path("description").asText()).isEqualTo("c");
        assertThat(song.path("name").asText()).isEqualTo("song");

        Reply replaced = bot.put(
                path, "[{\"name\": \"song\", \"description\": \"d\"}, {\"name\": \"queue\", \"description\": \"e\"}]");
        assertThat(replaced.body().path(0).path("id").asText()).isEqualTo(created.id());
        assertThat(bot.delete(path + "/" + created.id()).status()).isEqualTo(204);
        assertThat(bot.delete(path + "/" + created.id()).code()).isEqualTo(10063);
        assertThat(sandbox.commandNames(home)).containsExactly("queue");
    }

    @Test
    void aGuildsCommandsAreItsOwnAndGoFirst() throws Exception {
        String guilds = "/applications/%d/guilds/%d/commands".formatted(sandbox.applicationId(), home.id());
        bot.registerSong();
        bot.put(guilds, "[{\"name\": \"song\", \"description\": \"a\"}, {\"name\": \"here\", \"description\": \"a\"}]");

        assertThat(sandbox.commandNames(home)).containsExactly("song", "here");
        assertThat(sandbox.commandNames(sandbox.guild("Away"))).containsExactly("song");
        assertThatThrownBy(() -> alice.in(general).sends("song", Map.of("prompt", "a")))
                .isInstanceOf(ClientRefusalException.class);
        assertThat(bot.put("/applications/1/commands", "[]").code()).isEqualTo(50001);
        assertThat(bot.get(guilds.replace(Long.toString(home.id()), "1")).code())
                .isEqualTo(50001);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prompt |       | prompt is required
            prompt | ab    | 3 to 10
            prompt | abcdefghijk | 3 to 10
            length | #5    | at least 10
            length | #500  | at most 60
            length | #12.5 | whole number
            length | ten   | cannot be a String
            format | wma   | must be one of
            mood   | calm  | has no option mood
            """)
    void theClientRefusesWhatDoesNotFitTheDefinition(String option, String value, String reason) throws Exception {
        bot.register("""
                [{"name": "song", "description": "a", "options": [
                    {"type": 3, "name": "prompt", "description": "a", "required": true, "min_length": 3, "max_length": 10},
                    {"type": 4, "name": "length", "description": "a", "min_value": 10, "max_value": 60},
                    {"type": 3, "name": "format", "description": "a", "choices": [{"name": "MP3", "value": "mp3"}]}]}]""");
        Map<String, Object> options = new HashMap<>(Map.of("prompt", "river", "length", 30, "format", "mp3"));
        assertThat(alice.in(general).sends("song", options).isFailed()).isFalse();

        if (value == null) {
            options.remove(option);
        } else {
            options.put(option, value.startsWith("#") ? Double.valueOf(value.substring(1)) : value);
        }

        assertThatThrownBy(() -> alice.in(general).sends("song", options))
                .isInstanceOf(ClientRefusalException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void theClientRefusesUnknownCommandsMissingSubcommandsAndLargeFiles() throws Exception {
        bot.register("""
                [{"name": "admin", "description": "a", "options": [{"type": 1, "name": "quota", "description": "a"}]},
                 {"name": "cover", "description": "a", "options": [{"type": 11, "name": "file", "description": "a"}]}]""");
        home.setUploadLimit(2);

        assertThatThrownBy(() -> alice.in(general).sends("sing", Map.of())).hasMessageContaining("/sing");
        assertThatThrownBy(() -> alice.in(general).sends("admin", Map.of())).hasMessageContaining("subcommand");
        assertThatThrownBy(() -> alice.in(general).sends("admin ban", Map.of())).hasMessageContaining("ban");
        assertThat(alice.in(general).sends("admin quota", Map.of()).name()).isEqualTo("admin quota");
        assertThatThrownBy(() -> alice.in(general).sends("cover", Map.of("file", Attached.bytes("a.mp3", new byte[3]))))
                .isInstanceOf(ClientRefusalException.class)
                .hasMessageContaining("2 bytes");
    }
}
