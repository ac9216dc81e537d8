package dev.earworm.sandbox;

import static dev.earworm.sandbox.RawBot.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.RawBot.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Discord refuses in a message, by plain HTTP. */
class MessageRulesTest extends SandboxFixture {
    @Test
    void aMessageIsPostedAndReadBack() throws Exception {
        Reply posted = bot.post(messages(general), "{\"content\": \"hello\"}");

        assertThat(posted.status()).isEqualTo(200);
        assertThat(bot.get(messages(general) + "/" + posted.id())
                        .body()
                        .path("content")
                        .asText())
                .isEqualTo("hello");
        assertThat(general.messages()).singleElement().satisfies(message -> {
            assertThat(message.content()).isEqualTo("hello");
            assertThat(message.author().isBot()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"content\": \"\"}", "{\"content\": \"  \"}", "{\"content\": null, \"embeds\": []}"})
    void anEmptyMessageIsRefused(String json) throws Exception {
        Reply reply = bot.post(messages(general), json);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(50006);
        assertThat(general.messages()).isEmpty();
    }

    @Test
    void contentOfTwoThousandCharactersFitsAndOneMoreDoesNot() throws Exception {
        String fits = "🎵".repeat(2000);

        assertThat(bot.post(messages(general), "{\"content\": \"%s\"}".formatted(fits))
                        .status())
                .isEqualTo(200);
        Reply reply = bot.post(messages(general), "{\"content\": \"%s\"}".formatted(fits + "a"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(50035);
        assertThat(reply.mistakeAt("content")).isEqualTo("BASE_TYPE_MAX_LENGTH");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"embeds": [{"title": "%257"}]}                                    | embeds 0 title             | BASE_TYPE_MAX_LENGTH
            {"embeds": [{"description": "%4097"}]}                             | embeds 0 description       | BASE_TYPE_MAX_LENGTH
            {"embeds": [{"description": "%4096"}, {"description": "%2000"}]}   | embeds                     | MAX_EMBED_SIZE_EXCEEDED
            {"embeds": [{"fields": [{"name": "a"}]}]}                          | embeds 0 fields 0 value    | BASE_TYPE_REQUIRED
            {"embeds": [{"title": "a", "color": 16777216}]}                    | embeds 0 color             | NUMBER_TYPE_MAX
            {"embeds": [{"title": "a", "timestamp": "soon"}]}                  | embeds 0 timestamp         | DATE_TIME_TYPE_PARSE
            {"embeds": [{"title": "a", "url": "ftp://a"}]}                     | embeds 0 url               | URL_TYPE_INVALID_SCHEME
            {"embeds": ["a"]}                                                  | embeds 0                   | MODEL_TYPE_CONVERT
            {"embeds": "a"}                                                    | embeds                     | LIST_TYPE_CONVERT
            {"content": 5}                                                     | content                    | STRING_TYPE_CONVERT
            {"content": "a", "tts": "yes"}                                     | tts                        | BOOLEAN_TYPE_CONVERT
            {"content": "a", "flags": "many"}                                  | flags                      | NUMBER_TYPE_COERCE
            {"content": "a", "nonce": "%26"}                                   | nonce                      | BASE_TYPE_MAX_LENGTH
            {"content": "a", "components": [{"type": 2}]}                      | components 0 type          | UNION_TYPE_CHOICES
            {"content": "a", "components": [{"type": 1}]}                      | components 0 components    | BASE_TYPE_REQUIRED
            {"content": "a", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "a", "custom_id": "%101"}]}]} | components 0 components 0 custom_id | BASE_TYPE_BAD_LENGTH
            {"content": "a", "components": [{"type": 1, "components": [{"type": 2, "style": 9, "label": "a", "custom_id": "a"}]}]}    | components 0 components 0 style     | NUMBER_TYPE_MAX
            {"content": "a", "components": [{"type": 1, "components": [{"type": 2, "style": 5, "label": "a"}]}]}                      | components 0 components 0 url       | BASE_TYPE_REQUIRED
            {"content": "a", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "a"}]}]}                  | components 0 components 0           | BUTTON_COMPONENT_INVALID_LABEL
            {"content": "a", "components": [{"type": 1, "components": [{"type": 3, "custom_id": "a"}]}]}                              | components 0 components 0 options   | BASE_TYPE_REQUIRED
            {"content": "a", "components": [{"type": 1, "components": [{"type": 8, "custom_id": "a", "default_values": [{"id": "1", "type": "role"}]}]}]}    | components 0 components 0 default_values 0 type | BASE_TYPE_CHOICES
            {"content": "a", "components": [{"type": 1, "components": [{"type": 6, "custom_id": "a", "default_values": [{"id": "dj", "type": "role"}]}]}]}   | components 0 components 0 default_values 0 id   | NUMBER_TYPE_COERCE
            {"content": "a", "components": [{"type": 1, "components": [{"type": 6, "custom_id": "a", "default_values": [{"type": "role"}]}]}]}               | components 0 components 0 default_values 0 id   | BASE_TYPE_REQUIRED
            {"content": "a", "components": [{"type": 1, "components": [{"type": 6, "custom_id": "a", "default_values": [{"id": "1", "type": "role"}, {"id": "2", "type": "role"}]}]}]} | components 0 components 0 default_values | BASE_TYPE_BAD_LENGTH
            {"content": "a", "components": [{"type": 1, "components": [{"type": 8, "custom_id": "a", "channel_types": [0, 0]}]}]}                             | components 0 components 0 channel_types         | LIST_ITEMS_UNIQUE
            {"content": "a", "components": [{"type": 1, "components": [{"type": 8, "custom_id": "a", "channel_types": [16]}]}]}                               | components 0 components 0 channel_types         | BASE_TYPE_CHOICES
            {"content": "a", "components": [{"type": 1, "components": [{"type": 8, "custom_id": "a", "max_values": 26}]}]}                                    | components 0 components 0 max_values            | NUMBER_TYPE_MAX
            {"content": "a", "allowed_mentions": {"parse": ["all"]}}           | allowed_mentions parse     | BASE_TYPE_CHOICES
            {"content": "a", "allowed_mentions": {"parse": ["users"], "users": ["1"]}} | allowed_mentions parse | MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE
            {"content": "a", "allowed_mentions": {"parse": "users"}}           | allowed_mentions parse     | LIST_TYPE_CONVERT
            {"content": "a", "allowed_mentions": {"users": {"id": "1"}}}       | allowed_mentions users     | LIST_TYPE_CONVERT
            {"content": "a", "allowed_mentions": {"users": ["alice"]}}         | allowed_mentions users     | NUMBER_TYPE_COERCE
            {"content": "a", "allowed_mentions": {"roles": [["1"]]}}           | allowed_mentions roles     | NUMBER_TYPE_COERCE
            {"content": "a", "allowed_mentions": {"users": ["1", "1"]}}        | allowed_mentions users     | SET_TYPE_ALREADY_CONTAINS_VALUE
            {"content": "a", "allowed_mentions": {"replied_user": "no"}}       | allowed_mentions replied_user | BOOLEAN_TYPE_CONVERT
            {"content": "a", "components": [{"type": 1, "components": [{"type": 3, "custom_id": "a", "options": [{"label": "a", "value": "a", "default": "yes"}]}]}]} | components 0 components 0 options 0 default | BOOLEAN_TYPE_CONVERT
            {"content": "a", "attachments": [{"id": 0, "is_spoiler": "no"}]}   | attachments 0 is_spoiler   | BOOLEAN_TYPE_CONVERT
            {"content": "a", "attachments": [{"id": 0}]}                       | attachments 0 id           | ATTACHMENT_NOT_FOUND
            {"content": "a", "flags": 32768}                                   | content                    | MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2
            {"content": "a", "message_reference": {"message_id": "1"}}         | message_reference          | REPLIES_UNKNOWN_MESSAGE
            """)
    void whatBreaksALimitIsNamedWhereItIs(String json, String path, String mistake) throws Exception {
        Reply reply = bot.post(messages(general), withRepeats(json));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(50035);
        assertThat(reply.mistakeAt(path.split(" "))).as(reply.body().toString()).isEqualTo(mistake);
        assertThat(general.messages()).isEmpty();
    }

    @Test
    void elevenEmbedsAndSixRowsAndTwoEqualCustomIdsAreTooMuch() throws Exception {
        String embeds = "{\"title\": \"a\"},".repeat(11);
        String row =
                "{\"type\": 1, \"components\": [{\"type\": 2, \"style\": 1, \"label\": \"a\", \"custom_id\": \"a\"}]},";
        String json =
                "{\"embeds\": [%s], \"components\": [%s]}".formatted(withoutLast(embeds), withoutLast(row.repeat(6)));

        Reply reply = bot.post(messages(general), json);

        assertThat(reply.mistakeAt("embeds")).isEqualTo("BASE_TYPE_MAX_LENGTH");
        assertThat(reply.mistakeAt("components")).isEqualTo("BASE_TYPE_MAX_LENGTH");
        assertThat(reply.mistakeAt("components", "1", "components", "0", "custom_id"))
                .isEqualTo("COMPONENT_CUSTOM_ID_DUPLICATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"content\": ", "nonsense", "{\"content\": \"a\"", "\u0000"})
    void malformedJsonIsRefusedAsSuch(String json) throws Exception {
        Reply reply = bot.post(messages(general), json);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(50109);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "\"a\"", "null"})
    void aBodyThatIsNoObjectIsRefused(String json) throws Exception {
        assertThat(bot.post(messages(general), json).code()).isEqualTo(50035);
    }

    @Test
    void aBrokenMultipartBodyIsRefused() throws Exception {
        byte[] body = "no boundary here".getBytes(StandardCharsets.UTF_8);

        assertThat(bot.send("POST", messages(general), "multipart/form-data; boundary=x", body)
                        .code())
                .isEqualTo(50035);
        assertThat(bot.send("POST", messages(general), "multipart/form-data", body)
                        .code())
                .isEqualTo(50035);
    }

    @Test
    void unknownChannelsAndMessagesAreNamed() throws Exception {
        assertThat(bot.post("/channels/1/messages", "{\"content\": \"a\"}").code())
                .isEqualTo(10003);
        assertThat(bot.get(messages(general) + "/1").code()).isEqualTo(10008);
        assertThat(bot.patch(messages(general) + "/1", "{\"content\": \"a\"}").code())
                .isEqualTo(10008);
        assertThat(bot.delete(messages(general) + "/1").code()).isEqualTo(10008);
        Reply nonsense = bot.get("/channels/general/messages");
        assertThat(nonsense.code()).isEqualTo(50035);
        assertThat(nonsense.mistakeAt("channel_id")).isEqualTo("NUMBER_TYPE_COERCE");
    }

    @Test
    void anotherUsersMessageCannotBeEditedNorDeleted() throws Exception {
        SandboxMessage message = alice.in(general).posts("mine");

        assertThat(bot.patch(messages(general) + "/" + message.id(), "{\"content\": \"a\"}")
                        .code())
                .isEqualTo(50005);
        assertThat(bot.delete(messages(general) + "/" + message.id()).code()).isEqualTo(50013);
        home.botRole().grant(Permission.MANAGE_MESSAGES);
        assertThat(bot.delete(messages(general) + "/" + message.id()).status()).isEqualTo(204);
        assertThat(general.messages()).isEmpty();
    }

    @Test
    void aRepeatedNonceReturnsTheFirstMessageOnlyIfItIsEnforced() throws Exception {
        String enforced = "{\"content\": \"%s\", \"nonce\": \"job-7\", \"enforce_nonce\": true}";
        Reply first = bot.post(messages(general), enforced.formatted("first"));
        Reply second = bot.post(messages(general), enforced.formatted("second"));
        Reply third = bot.post(messages(general), "{\"content\": \"third\", \"nonce\": \"job-7\"}");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body().path("content").asText()).isEqualTo("first");
        assertThat(third.id()).isNotEqualTo(first.id());
        assertThat(general.messages()).hasSize(2);
    }

    @Test
    void onlyAllowedMentionsCount() throws Exception {
        SandboxMember bob = home.member("bob");
        String content = "%s %s @everyone".formatted(alice.mention(), bob.mention());
        String json = "{\"content\": \"%s\", \"allowed_mentions\": %s}";

        bot.post(messages(general), "{\"content\": \"%s\"}".formatted(content));
        bot.post(messages(general), json.formatted(content, "{\"parse\": []}"));
        bot.post(messages(general), json.formatted(content, "{\"users\": [\"%d\"]}".formatted(bob.id())));
        home.botRole().grant(Permission.MENTION_EVERYONE);
        bot.post(messages(general), json.formatted(content, "{\"parse\": [\"everyone\"]}"));

        assertThat(general.messages())
                .extracting(SandboxMessage::mentions)
                .extracting(Mentions::users)
                .containsExactly(
                        java.util.List.of(alice.id(), bob.id()),
                        java.util.List.of(),
                        java.util.List.of(bob.id()),
                        java.util.List.of());
        assertThat(general.messages())
                .extracting(message -> message.mentions().everyone())
                .containsExactly(false, false, false, true);
    }

    @Test
    void anEditMentionsButNeverNotifies() throws Exception {
        Reply posted = bot.post(messages(general), "{\"content\": \"working\"}");
        bot.patch(messages(general) + "/" + posted.id(), "{\"content\": \"%s\"}".formatted(alice.mention()));

        SandboxMessage message = general.messages().getFirst();
        assertThat(message.mentions().users()).containsExactly(alice.id());
        assertThat(message.pings().users()).isEmpty();
        assertThat(message.editedAt()).isPresent();
    }

    @Test
    void aReplyMentionsItsAuthorUnlessToldOtherwise() throws Exception {
        SandboxMessage question = alice.in(general).posts("how?");
        String json = "{\"content\": \"so\", \"message_reference\": {\"message_id\": \"%d\"}%s}";

        bot.post(messages(general), json.formatted(question.id(), ""));
        bot.post(messages(general), json.formatted(question.id(), ", \"allowed_mentions\": {\"parse\": []}"));

        assertThat(general.messages().get(1).mentions().users()).containsExactly(alice.id());
        assertThat(general.messages().get(2).mentions().users()).isEmpty();
    }

    @Test
    void messagesAreListedNewestFirstAndPaged() throws Exception {
        for (int number = 1; number <= 5; number++) {
            bot.post(messages(general), "{\"content\": \"%d\"}".formatted(number));
        }
        long third = general.messages().get(2).id();

        assertThat(bot.get(messages(general) + "?limit=2").body().findValuesAsText("content"))
                .containsExactly("5", "4");
        assertThat(bot.get(messages(general) + "?before=" + third).body().findValuesAsText("content"))
                .containsExactly("2", "1");
        assertThat(bot.get(messages(general) + "?limit=101").code()).isEqualTo(50035);
    }

    @Test
    void componentsAreNumberedWhereTheBotGaveThemNoNumber() throws Exception {
        Reply posted = bot.post(messages(general), """
                {"content": "a", "components": [
                    {"type": 1, "id": 0, "components": [
                        {"type": 2, "style": 1, "label": "a", "custom_id": "a"},
                        {"type": 2, "style": 1, "label": "b", "custom_id": "b", "id": 1}]},
                    {"type": 1, "components": [{"type": 2, "style": 1, "label": "c", "custom_id": "c"}]}]}""");

        assertThat(Stream.of("", "/components/0", "/components/1")
                        .map(at ->
                                posted.body().at("/components/0" + at + "/id").asInt()))
                .containsExactly(2, 3, 1);
        assertThat(Stream.of("", "/components/0")
                        .map(at ->
                                posted.body().at("/components/1" + at + "/id").asInt()))
                .containsExactly(4, 5);
    }

    @Test
    void componentsV2TakeNoContentAndAreCounted() throws Exception {
        String text = "{\"type\": 10, \"content\": \"a\"}";

        assertThat(bot.post(messages(general), "{\"flags\": 32768, \"components\": [%s]}".formatted(text))
                        .status())
                .isEqualTo(200);
        Reply reply = bot.post(
                messages(general),
                "{\"flags\": 32768, \"components\": [%s]}".formatted(withoutLast((text + ",").repeat(41))));
        assertThat(reply.mistakeAt("components")).isEqualTo("BASE_TYPE_MAX_LENGTH");
    }

    @Test
    void theWrongTokenIsUnauthorized() throws Exception {
        Reply reply = new RawBot(sandbox, "Bot wrong").get("/users/@me");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body().path("message").asText()).isEqualTo("401: Unauthorized");
        assertThat(reply.code()).isZero();
        assertThat(bot.get("/users/@me").id()).isEqualTo(Long.toString(sandbox.applicationId()));
    }

    @Test
    void unknownRoutesAreRefusedAndRemembered() throws Exception {
        Reply reply = bot.upload("POST", "/channels/1/polls", "{}", Map.of());

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body().path("message").asText()).isEqualTo("404: Not Found");
        assertThat(sandbox.unknownRequests())
                .singleElement()
                .satisfies(request -> assertThat(request.path()).isEqualTo("/channels/1/polls"));
    }

    /** {@code %257} stands for 257 letters. */
    static String withRepeats(String json) {
        return java.util.regex.Pattern.compile("%(\\d+)")
                .matcher(json)
                .replaceAll(match -> "a".repeat(Integer.parseInt(match.group(1))));
    }

    private static String withoutLast(String text) {
        return text.substring(0, text.length() - 1);
    }
}
