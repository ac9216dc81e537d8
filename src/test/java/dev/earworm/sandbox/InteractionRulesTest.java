package dev.earworm.sandbox;

import static dev.earworm.sandbox.RawBot.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.sandbox.RawBot.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Discord asks of a bot's answers, by plain HTTP. */
class InteractionRulesTest extends SandboxFixture {
    private static final String MESSAGE = "{\"type\": 4, \"data\": {\"content\": \"done\"}}";
    private static final String DEFER = "{\"type\": 5}";
    private static final String DEFER_EPHEMERAL = "{\"type\": 5, \"data\": {\"flags\": 64}}";
    private static final String BUTTON = """
            {"type": 4, "data": {"content": "sure?", "components": [{"type": 1, "components": [
                {"type": 2, "style": 1, "label": "Yes", "custom_id": "yes:1"},
                {"type": 2, "style": 2, "label": "No", "custom_id": "no:1", "disabled": true}]}]}}""";

    private final SettableClock clock = new SettableClock();

    @Override
    SandboxConfig config() {
        return super.config().withClock(clock).withAckTimeout(Duration.ofSeconds(3));
    }

    @BeforeEach
    void registerCommands() throws Exception {
        bot.registerSong();
    }

    @Test
    void anAnswerIsPostedAndASecondOneIsTooMany() throws Exception {
        SandboxInteraction run = send();

        Reply first = bot.answer(run, MESSAGE);
        Reply second = bot.answer(run, DEFER);

        assertThat(first.status()).isEqualTo(204);
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.code()).isEqualTo(40060);
        assertThat(run.response().content()).isEqualTo("done");
        assertThat(run.response().interaction()).contains(run);
        assertThat(general.messages()).hasSize(1);
    }

    @Test
    void anAnswerAfterThreeSecondsIsTooLate() throws Exception {
        SandboxInteraction run = send();
        clock.advance(Duration.ofMillis(3001));

        Reply reply = bot.answer(run, MESSAGE);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo(10062);
        assertThat(general.messages()).isEmpty();
    }

    @Test
    void aMemberWhoWaitedInVainReadsThatTheApplicationDidNotRespond() throws Exception {
        try (Sandbox impatient = Sandbox.start(super.config().withAckTimeout(Duration.ofMillis(20)))) {
            new RawBot(impatient).registerSong();
            SandboxGuild guild = impatient.guild("Home");

            SandboxInteraction run =
                    guild.member("alice").in(guild.channel("general")).runs("song");

            assertThat(run.isFailed()).isTrue();
            assertThatThrownBy(run::response)
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("The application did not respond");
            assertThat(new RawBot(impatient).answer(run, MESSAGE).code()).isEqualTo(10062);
        }
    }

    @Test
    void aForeignIdOrTokenIsUnknown() throws Exception {
        SandboxInteraction run = send();

        assertThat(bot.post("/interactions/1/%s/callback".formatted(run.interactionToken()), MESSAGE)
                        .code())
                .isEqualTo(10062);
        assertThat(bot.post("/interactions/%d/guessed/callback".formatted(run.id()), MESSAGE)
                        .code())
                .isEqualTo(10062);
        assertThat(bot.post("/webhooks/%d/guessed".formatted(sandbox.applicationId()), "{}")
                        .code())
                .isEqualTo(50027);
        assertThat(bot.post("/webhooks/1/" + run.interactionToken(), "{}").code())
                .isEqualTo(10015);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"type\": 1}", "{\"type\": 6}", "{\"type\": 7}", "{\"type\": 8}", "{\"type\": 99}"})
    void anAnswerOfTheWrongTypeIsRefusedAndDoesNotCount(String json) throws Exception {
        SandboxInteraction run = send();

        assertThat(bot.answer(run, json).code()).isEqualTo(50035);
        assertThat(bot.answer(run, MESSAGE).status()).isEqualTo(204);
    }

    @Test
    void anEmptyOrTooLongAnswerIsRefusedAndDoesNotCount() throws Exception {
        SandboxInteraction run = send();

        assertThat(bot.answer(run, "{\"type\": 4}").code()).isEqualTo(50006);
        Reply tooLong = bot.answer(run, "{\"type\": 4, \"data\": {\"content\": \"%s\"}}".formatted("a".repeat(2001)));
        assertThat(tooLong.mistakeAt("content")).isEqualTo("BASE_TYPE_MAX_LENGTH");
        assertThat(run.answer()).isEmpty();
    }

    @Test
    void theMessageComesWithTheAnswerIfAskedForButNotForADefer() throws Exception {
        SandboxInteraction answered = send();
        SandboxInteraction deferred = send();
        String path = "/interactions/%d/%s/callback?with_response=true";

        Reply message = bot.post(path.formatted(answered.id(), answered.interactionToken()), MESSAGE);
        Reply defer = bot.post(path.formatted(deferred.id(), deferred.interactionToken()), DEFER);

        assertThat(message.status()).isEqualTo(200);
        assertThat(message.body().at("/resource/message/content").asText()).isEqualTo("done");
        assertThat(defer.body().has("resource")).isFalse();
        assertThat(defer.body().at("/interaction/response_message_loading").asBoolean())
                .isTrue();
    }

    @Test
    void aDeferredAnswerIsFilledByAnEdit() throws Exception {
        SandboxInteraction run = send();
        bot.answer(run, DEFER);
        assertThat(run.response().isLoading()).isTrue();

        Reply edited = bot.patch(bot.hook(run) + "/messages/@original", "{\"content\": \"now\"}");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(run.response().content()).isEqualTo("now");
        assertThat(run.response().isLoading()).isFalse();
        assertThat(bot.get(bot.hook(run) + "/messages/@original").id()).isEqualTo(edited.id());
    }

    @Test
    void aFollowUpDirectlyAfterADeferFillsItAndKeepsItEphemeral() throws Exception {
        SandboxInteraction run = send();
        bot.answer(run, DEFER_EPHEMERAL);

        Reply filled = bot.post(bot.hook(run), "{\"content\": \"filled\"}");
        Reply further = bot.post(bot.hook(run), "{\"content\": \"further\"}");

        assertThat(filled.id()).isEqualTo(Long.toString(run.response().id()));
        assertThat(run.response().isEphemeral()).isTrue();
        assertThat(run.response().isLoading()).isFalse();
        assertThat(further.id()).isNotEqualTo(filled.id());
        assertThat(run.followUps()).extracting(SandboxMessage::content).containsExactly("further");
        assertThat(general.messages()).extracting(SandboxMessage::content).containsExactly("further");
    }

    @Test
    void followUpsAreReadEditedAndDeletedByTheirInteractionAlone() throws Exception {
        SandboxInteraction run = answered();
        SandboxInteraction other = answered();
        String id =
                bot.post(bot.hook(run), "{\"content\": \"a\", \"flags\": 64}").id();
        String path = bot.hook(run) + "/messages/" + id;

        assertThat(bot.patch(path, "{\"content\": \"b\"}").status()).isEqualTo(200);
        assertThat(bot.get(path).body().path("content").asText()).isEqualTo("b");
        assertThat(bot.get(bot.hook(other) + "/messages/" + id).code()).isEqualTo(10008);
        assertThat(bot.get(messages(general) + "/" + id).code()).isEqualTo(10008);
        assertThat(bot.delete(path).status()).isEqualTo(204);
        assertThat(bot.get(path).code()).isEqualTo(10008);
        assertThat(run.followUps()).isEmpty();
    }

    @Test
    void ephemeralMessagesAreSeenByTheInvokerAlone() throws Exception {
        SandboxInteraction run = send();
        bot.answer(run, "{\"type\": 4, \"data\": {\"content\": \"psst\", \"flags\": 64}}");

        assertThat(alice.sees(general)).extracting(SandboxMessage::content).containsExactly("psst");
        assertThat(home.member("bob").sees(general)).isEmpty();
        assertThat(general.messages()).isEmpty();
        assertThat(bot.get(messages(general)).body()).isEmpty();
    }

    @Test
    void beforeTheFirstAnswerThereIsNoWebhook() throws Exception {
        SandboxInteraction run = send();

        assertThat(bot.post(bot.hook(run), "{\"content\": \"a\"}").code()).isEqualTo(10015);
        assertThat(bot.patch(bot.hook(run) + "/messages/@original", "{\"content\": \"a\"}")
                        .code())
                .isEqualTo(10015);
    }

    @Test
    void afterFifteenMinutesTheTokenIsInvalid() throws Exception {
        SandboxInteraction run = answered();
        clock.advance(Duration.ofMinutes(15));
        assertThat(bot.patch(bot.hook(run) + "/messages/@original", "{\"content\": \"in time\"}")
                        .status())
                .isEqualTo(200);
        clock.advance(Duration.ofMillis(1));

        Reply edit = bot.patch(bot.hook(run) + "/messages/@original", "{\"content\": \"late\"}");
        Reply followUp = bot.post(bot.hook(run), "{\"content\": \"late\"}");

        assertThat(List.of(edit.status(), followUp.status())).containsOnly(401);
        assertThat(List.of(edit.code(), followUp.code())).containsOnly(50027);
        assertThat(run.response().content()).isEqualTo("in time");
    }

    @Test
    void theLifetimeOfTokensCanBeCutShort() throws Exception {
        SandboxInteraction run = answered();
        sandbox.tokenLifetime(Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(11));

        assertThat(bot.post(bot.hook(run), "{\"content\": \"late\"}").code()).isEqualTo(50027);
    }

    @Test
    void aButtonUpdatesItsMessage() throws Exception {
        SandboxMessage message = question();

        SandboxInteraction press = press(message, "yes:1");
        Reply reply = bot.answer(press, "{\"type\": 7, \"data\": {\"content\": \"sure\", \"components\": []}}");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(general.messages()).singleElement().satisfies(updated -> {
            assertThat(updated.id()).isEqualTo(message.id());
            assertThat(updated.content()).isEqualTo("sure");
            assertThat(updated.buttons()).isEmpty();
        });
    }

    @Test
    void afterADeferredUpdateTheOriginalIsTheMessageOfTheButton() throws Exception {
        SandboxMessage message = question();
        SandboxInteraction press = press(message, "yes:1");

        bot.answer(press, "{\"type\": 6}");
        bot.patch(bot.hook(press) + "/messages/@original", "{\"content\": \"edited\"}");
        Reply more = bot.post(bot.hook(press), "{\"content\": \"more\"}");

        assertThat(general.messages()).extracting(SandboxMessage::content).containsExactly("edited", "more");
        assertThat(more.body().at("/interaction_metadata/interacted_message_id").asText())
                .isEqualTo(Long.toString(message.id()));
    }

    @Test
    void onlyButtonsThatAreThereAndEnabledCanBePressedButAnyIdCanBeForged() throws Exception {
        SandboxMessage message = question();

        assertThatThrownBy(() -> alice.in(general).presses(message, "No")).isInstanceOf(ClientRefusalException.class);
        assertThatThrownBy(() -> alice.in(general).presses(message, "Maybe"))
                .isInstanceOf(ClientRefusalException.class);
        SandboxInteraction forged = press(message, "yes:2");
        assertThat(forged.name()).isEqualTo("yes:2");
    }

    @Test
    void aMemberCannotPressWhatTheyDoNotSee() throws Exception {
        SandboxInteraction run = send();
        bot.answer(run, BUTTON.replace("\"content\"", "\"flags\": 64, \"content\""));

        assertThatThrownBy(() -> home.member("bob").in(general).presses(run.response(), "Yes"))
                .isInstanceOf(ClientRefusalException.class);
    }

    @Test
    void anUpdateOfADeletedMessageIsRefused() throws Exception {
        SandboxMessage message = question();
        SandboxInteraction press = press(message, "yes:1");
        bot.delete(messages(general) + "/" + message.id());

        assertThat(bot.answer(press, "{\"type\": 7, \"data\": {\"content\": \"a\"}}")
                        .code())
                .isEqualTo(10008);
    }

    @Test
    void aFormIsCheckedWhenItIsOpenedAndWhenItIsSent() throws Exception {
        SandboxInteraction run = send();
        String form = """
                {"type": 9, "data": {"custom_id": "compose", "title": "%s", "components": [
                    {"type": 18, "label": "Prompt", "component":
                        {"type": 4, "custom_id": "prompt", "style": 2, "min_length": 3, "max_length": 10}}]}}""";

        Reply tooLong = bot.answer(run, form.formatted("a".repeat(46)));
        assertThat(tooLong.mistakeAt("title")).isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(bot.answer(run, form.formatted("Compose")).status()).isEqualTo(204);
        assertThat(run.modal().orElseThrow().fields())
                .extracting(SandboxModal.Field::label)
                .containsExactly("Prompt");
        assertThatThrownBy(() -> alice.in(general).submits(run, Map.of("prompt", "ab")))
                .isInstanceOf(ClientRefusalException.class)
                .hasMessageContaining("3 to 10");
        assertThatThrownBy(() -> alice.in(general).submits(run, Map.of())).isInstanceOf(ClientRefusalException.class);
        assertThatThrownBy(() -> alice.in(general).submits(run, Map.of("style", "a")))
                .isInstanceOf(ClientRefusalException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type": 18, "label": "", "component": %s}                     | label              | BASE_TYPE_BAD_LENGTH
            {"type": 18, "label": "Prompt", "description": "", "component": %s} | description   | BASE_TYPE_BAD_LENGTH
            {"type": 18, "label": "Prompt"}                                | component          | BASE_TYPE_REQUIRED
            {"type": 18, "label": "Prompt", "component": {"type": 4, "custom_id": "a", "style": 1, "required": "no"}} | component required | BOOLEAN_TYPE_CONVERT
            """)
    void aPartOfAFormIsRefusedWhereItIsWrong(String part, String path, String mistake) throws Exception {
        SandboxInteraction run = send();
        String field = "{\"type\": 4, \"custom_id\": \"a\", \"style\": 1}";

        Reply reply = bot.answer(run, """
                {"type": 9, "data": {"custom_id": "compose", "title": "Compose", "components": [%s]}}""".formatted(part.replace("%s", field)));

        assertThat(reply.mistakeAt(("components 0 " + path).split(" ")))
                .as(reply.body().toString())
                .isEqualTo(mistake);
        assertThat(run.answer()).isEmpty();
    }

    private SandboxInteraction send() {
        return alice.in(general).sends("song", Map.of("prompt", "a calm river"));
    }

    private SandboxInteraction answered() throws Exception {
        SandboxInteraction run = send();
        bot.answer(run, MESSAGE);
        return run;
    }

    private SandboxMessage question() throws Exception {
        SandboxInteraction run = send();
        bot.answer(run, BUTTON);
        return run.response();
    }

    private SandboxInteraction press(SandboxMessage message, String customId) {
        return alice.in(general).sendsPress(message, customId);
    }
}
