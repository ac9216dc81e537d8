package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.RawBot.Reply;
import java.time.Duration;
import java.util.Map;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language a member and a guild speak, and in which languages a command can be offered. */
class LanguageTest extends SandboxFixture {
    private static final String SONG = """
            {"name": "song", "name_localizations": {"de": "lied", "ja": "曲"},
             "description": "Makes a song", "description_localizations": {"en-US": "Makes a song", "de": "Macht ein Lied"},
             "options": [
                {"type": 3, "name": "mood", "name_localizations": {"de": "stimmung"},
                 "description": "Which mood", "description_localizations": {"de": "Welche Stimmung"},
                 "choices": [{"name": "Calm", "name_localizations": {"de": "Ruhig"}, "value": "calm"}]}]}""";

    private String path;

    @BeforeEach
    void knowThePath() {
        path = "/applications/%d/commands".formatted(sandbox.applicationId());
    }

    @Test
    void aBotIsToldTheLanguagesOfItsMemberAndGuild() throws Exception {
        home.setPreferredLocale("fr");
        try (JdaBot jda = JdaBot.logIn(
                sandbox,
                JdaBot.on(
                        SlashCommandInteractionEvent.class,
                        event -> event.reply(event.getUserLocale().getLocale() + " "
                                        + event.getGuildLocale().getLocale())
                                .queue()))) {
            jda.jda().updateCommands().addCommands(Commands.slash("song", "a")).complete();
            Guild guild = jda.jda().getGuilds().getFirst();
            assertThat(guild.getLocale()).isEqualTo(DiscordLocale.FRENCH);

            assertThat(alice.in(general).runs("song").response().content()).isEqualTo("en-US fr");
            alice.speaking("de");
            assertThat(alice.in(general).runs("song").response().content()).isEqualTo("de fr");
            home.setPreferredLocale("pt-BR");
            assertThat(alice.in(general).runs("song").response().content()).isEqualTo("de pt-BR");
            assertThat(sandbox.await(
                            Duration.ofSeconds(20), () -> guild.getLocale() == DiscordLocale.PORTUGUESE_BRAZILIAN))
                    .isTrue();
            assertThat(jda.complaints()).isEmpty();
        }
        assertThat(alice.locale()).isEqualTo("de");
        assertThat(home.preferredLocale()).isEqualTo("pt-BR");
    }

    @Test
    void onlyDiscordsOwnLanguagesCanBeSpoken() {
        assertThatThrownBy(() -> alice.speaking("en")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> home.setPreferredLocale("tlh")).isInstanceOf(IllegalArgumentException.class);
        assertThat(alice.locale()).isEqualTo("en-US");
    }

    @Test
    void theListOfCommandsHasItsLanguagesOnlyIfAskedFor() throws Exception {
        Reply posted = bot.post(path, SONG);
        assertThat(posted.status()).isEqualTo(201);
        assertThat(posted.body().at("/name_localizations/de").asText()).isEqualTo("lied");

        JsonNode without = bot.get(path).body().path(0);
        JsonNode with = bot.get(path + "?with_localizations=true").body().path(0);
        JsonNode single = bot.get(path + "/" + posted.id()).body();

        assertThat(without.toString()).doesNotContain("_localizations").doesNotContain("name_localized");
        assertThat(without.path("description_localized").asText()).isEqualTo("Makes a song");
        assertThat(with.at("/name_localizations/ja").asText()).isEqualTo("曲");
        assertThat(with.at("/options/0/choices/0/name_localizations/de").asText())
                .isEqualTo("Ruhig");
        assertThat(with.toString()).doesNotContain("localized");
        assertThat(single).isEqualTo(with);
    }

    @Test
    void aLibraryReadsBackTheLanguagesThatItRegistered() throws Exception {
        bot.register("[%s]".formatted(SONG));
        try (JdaBot jda = JdaBot.logIn(sandbox)) {
            Command song = jda.jda().retrieveCommands(true).complete().getFirst();

            assertThat(song.getNameLocalizations().get(DiscordLocale.GERMAN)).isEqualTo("lied");
            assertThat(song.getOptions()
                            .getFirst()
                            .getDescriptionLocalizations()
                            .get(DiscordLocale.GERMAN))
                    .isEqualTo("Welche Stimmung");
            assertThat(jda.jda()
                            .retrieveCommands()
                            .complete()
                            .getFirst()
                            .getNameLocalizations()
                            .toMap())
                    .isEmpty();
        }
    }

    @Test
    void aMemberRunsACommandByItsRegisteredName() throws Exception {
        bot.register("[%s]".formatted(SONG));

        SandboxInteraction run = alice.speaking("de").in(general).sends("song", Map.of("mood", "calm"));

        assertThat(run.data().path("name").asText()).isEqualTo("song");
        assertThat(run.data().at("/options/0/name").asText()).isEqualTo("mood");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "a", "description": "a", "name_localizations": {"en": "a"}}                    | name_localizations en           | BASE_TYPE_CHOICES
            {"name": "a", "description": "a", "name_localizations": {"de": "Lied"}}                 | name_localizations de           | APPLICATION_COMMAND_INVALID_NAME
            {"name": "a", "description": "a", "name_localizations": {"de": "ein lied"}}             | name_localizations de           | APPLICATION_COMMAND_INVALID_NAME
            {"name": "a", "description": "a", "name_localizations": {"de": ""}}                     | name_localizations de           | BASE_TYPE_BAD_LENGTH
            {"name": "a", "description": "a", "name_localizations": {"de": 5}}                      | name_localizations de           | STRING_TYPE_CONVERT
            {"name": "a", "description": "a", "name_localizations": "lied"}                         | name_localizations              | MODEL_TYPE_CONVERT
            {"name": "a", "description": "a", "description_localizations": {"de": "%101"}}          | description_localizations de    | BASE_TYPE_BAD_LENGTH
            {"name": "a", "description": "a", "description_localizations": {"de": null}}            | description_localizations de    | BASE_TYPE_REQUIRED
            {"name": "a", "description": "a", "options": [{"type": 3, "name": "b", "description": "b", "name_localizations": {"de": "B"}}]} | options 0 name_localizations de | APPLICATION_COMMAND_INVALID_NAME
            {"name": "a", "description": "a", "options": [{"type": 1, "name": "b", "description": "b", "options": [{"type": 3, "name": "c", "description": "c", "description_localizations": {"xx": "c"}}]}]} | options 0 options 0 description_localizations xx | BASE_TYPE_CHOICES
            {"name": "a", "description": "a", "options": [{"type": 3, "name": "b", "description": "b", "choices": [{"name": "c", "value": "c", "name_localizations": {"de": "%101"}}]}]} | options 0 choices 0 name_localizations de | BASE_TYPE_BAD_LENGTH
            {"name": "a", "description": "a", "options": [{"type": 3, "name": "b", "description": "b", "name_localizations": {"de": "c"}}, {"type": 3, "name": "c", "description": "c"}]} | options 0 name_localizations de | APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS
            {"name": "a", "description": "a", "options": [{"type": 3, "name": "b", "description": "b", "name_localizations": {"de": "d"}}, {"type": 3, "name": "c", "description": "c", "name_localizations": {"de": "d"}}]} | options 1 name_localizations de | APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS
            {"name": "two words", "type": 2, "name_localizations": {"de": "%33"}}                   | name_localizations de           | BASE_TYPE_BAD_LENGTH
            """)
    void aWrongLanguageIsRefusedWhereItIsWrong(String json, String at, String mistake) throws Exception {
        Reply reply = bot.post(path, MessageRulesTest.withRepeats(json));

        assertThat(reply.code()).isEqualTo(50035);
        assertThat(reply.mistakeAt(at.split(" "))).as(reply.body().toString()).isEqualTo(mistake);
        assertThat(bot.get(path).body()).isEmpty();
    }

    @Test
    void theLongestLanguageCountsForACommandsSize() throws Exception {
        String option = """
                {"type": 3, "name": "o%d", "description": "short", "description_localizations": {"de": "%s"}, "choices": [%s]}""";
        String choice = "{\"name\": \"short\", \"value\": \"%s\", \"name_localizations\": {\"de\": \"%s\"}}"
                .formatted("v".repeat(100), "n".repeat(100));
        String choices = String.join(",", java.util.Collections.nCopies(13, choice));
        String options = "%s, %s, %s"
                .formatted(
                        option.formatted(1, "d".repeat(100), choices),
                        option.formatted(2, "d".repeat(100), choices),
                        option.formatted(3, "d".repeat(100), choices));
        String command = "{\"name\": \"song\", \"description\": \"a\", \"options\": [%s]}";

        assertThat(bot.post(path, command.formatted(options)).mistakeAt("_body"))
                .isEqualTo("APPLICATION_COMMAND_TOO_LARGE");
        assertThat(bot.post(path, command.formatted(options.replace("n".repeat(100), "n".repeat(90))))
                        .status())
                .isEqualTo(201);
    }
}
