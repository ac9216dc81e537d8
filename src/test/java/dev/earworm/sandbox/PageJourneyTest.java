package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.page.SandboxPage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu.SelectTarget;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.IMentionable;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody does in the browser, as an unmodified JDA hears of it and answers. */
class PageJourneyTest extends SandboxFixture {
    private final List<JdaBot> bots = new ArrayList<>();
    private PageClient page;

    @Override
    SandboxSite site() {
        return new SandboxPage(List.of());
    }

    @BeforeEach
    void openPage() throws Exception {
        page = PageClient.open(sandbox, alice);
    }

    @AfterEach
    void closePage() {
        page.close();
        bots.forEach(JdaBot::close);
        assertThat(bots).allSatisfy(bot -> assertThat(bot.complaints()).isEmpty());
    }

    @Test
    void aCommandWithEveryKindOfOption() throws Exception {
        SandboxRole fans = home.role("fans");
        logIn(
                command(event -> event.reply(described(event)).queue()),
                Commands.slash("make", "Makes something")
                        .addSubcommands(new SubcommandData("song", "A song")
                                .addOption(OptionType.STRING, "prompt", "Words", true)
                                .addOption(OptionType.INTEGER, "length", "Seconds")
                                .addOption(OptionType.NUMBER, "volume", "Loudness")
                                .addOption(OptionType.BOOLEAN, "private", "For you alone")
                                .addOption(OptionType.USER, "user", "For whom")
                                .addOption(OptionType.CHANNEL, "channel", "Where")
                                .addOption(OptionType.ROLE, "role", "For these")
                                .addOption(OptionType.MENTIONABLE, "who", "Anybody")
                                .addOption(OptionType.ATTACHMENT, "reference", "A file")));
        assertThat(page.commands(general)
                        .body()
                        .path("commands")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("make");

        PageClient.Reply reply = page.post(
                "run",
                """
                {"channel": "%d", "path": "make song", "options": {"prompt": "a calm river", "length": "30",
                 "volume": 0.5, "private": true, "user": "%d", "channel": "%d", "role": "%d", "who": "%d"}}""".formatted(general.id(), alice.id(), general.id(), fans.id(), fans.id()),
                "reference",
                "hum.txt",
                "la la".getBytes(StandardCharsets.UTF_8));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("failed").asBoolean()).isFalse();
        JsonNode message = page.await("message");
        assertThat(message.path("content").asText())
                .isEqualTo("a calm river, 30, 0.5, true, alice, general, fans, fans, hum.txt of 5 bytes");
        assertThat(message.path("author").path("bot").asBoolean()).isTrue();
        assertThat(message.path("interaction").path("name").asText()).isEqualTo("make song");
        assertThat(message.path("interaction").path("user").path("name").asText())
                .isEqualTo("alice");
    }

    @Test
    void whatDoesNotFitIsRefusedInASentenceAndTheBotHearsNothing() throws Exception {
        List<String> heard = new ArrayList<>();
        logIn(
                command(event -> heard.add(event.getName())),
                Commands.slash("song", "A song")
                        .addOption(OptionType.STRING, "prompt", "Words", true)
                        .addOption(OptionType.INTEGER, "length", "Seconds")
                        .addOption(OptionType.USER, "user", "For whom"));

        assertThat(run("song", "{}").problem()).isEqualTo("prompt is required.");
        assertThat(run("song", "{\"prompt\": \"x\", \"length\": \"long\"}").problem())
                .isEqualTo("length must be a number.");
        assertThat(run("song", "{\"prompt\": \"x\", \"length\": 1.5}").problem())
                .isEqualTo("length must be a whole number.");
        assertThat(run("song", "{\"prompt\": \"x\", \"user\": \"12\"}").problem())
                .isEqualTo("What user names is not here.");
        assertThat(run("song now", "{\"prompt\": \"x\"}").problem()).isEqualTo("There is no subcommand now.");
        assertThat(run("sing", "{}").problem()).isEqualTo("There is no command /sing here.");
        assertThat(page.post("run", "{\"channel\": \"7\", \"path\": \"song\"}").problem())
                .isEqualTo("This channel is gone.");
        assertThat(page.post("run", "{\"path\": \"song\"}").problem()).isEqualTo("The order has no channel.");
        assertThat(page.post("run", "[]").problem()).isEqualTo("The order is no JSON object.");
        assertThat(heard).isEmpty();
    }

    @Test
    void optionsAreCompletedWhileOneTypes() throws Exception {
        logIn(
                JdaBot.on(
                        CommandAutoCompleteInteractionEvent.class,
                        event -> event.replyChoiceStrings(
                                        event.getFocusedOption().getValue() + "o",
                                        event.getOption("prompt", "", OptionMapping::getAsString))
                                .queue()),
                Commands.slash("song", "A song")
                        .addOption(OptionType.STRING, "prompt", "Words")
                        .addOption(OptionType.STRING, "model", "Who", false, true));

        PageClient.Reply reply = page.post("complete", """
                {"channel": "%d", "path": "song", "option": "model", "typed": "pian", "options": {"prompt": "rain"}}""".formatted(general.id()));

        assertThat(reply.body().path("choices").toString())
                .isEqualTo("[{\"name\":\"piano\",\"value\":\"piano\"},{\"name\":\"rain\",\"value\":\"rain\"}]");
    }

    @Test
    void buttonsMenusAndForms() throws Exception {
        SandboxRole fans = home.role("fans");
        logIn(
                event -> {
                    switch (event) {
                        case SlashCommandInteractionEvent asked ->
                            asked.reply("Choose").addComponents(everything()).queue();
                        case ButtonInteractionEvent pressed ->
                            pressed.replyModal(form()).queue();
                        case StringSelectInteractionEvent chosen ->
                            chosen.reply("words " + chosen.getValues()).queue();
                        case EntitySelectInteractionEvent chosen ->
                            chosen.reply("named "
                                            + chosen.getValues().stream()
                                                    .map(IMentionable::getAsMention)
                                                    .toList())
                                    .queue();
                        case ModalInteractionEvent sent ->
                            sent.reply("form "
                                            + Objects.requireNonNull(sent.getValue("mood"))
                                                    .getAsString())
                                    .setEphemeral(true)
                                    .queue();
                        default -> {}
                    }
                },
                Commands.slash("song", "A song"));
        run("song", "{}");
        String message = page.await("message").path("id").asText();

        assertThat(select(message, "words", "calm").status()).isEqualTo(200);
        assertThat(said()).isEqualTo("words [calm]");
        select(message, "roles", Long.toUnsignedString(fans.id()));
        assertThat(said()).isEqualTo("named [<@&%d>]".formatted(fans.id()));
        select(message, "channels", Long.toUnsignedString(general.id()));
        assertThat(said()).isEqualTo("named [<#%d>]".formatted(general.id()));
        assertThat(select(message, "words", "loud").problem()).isEqualTo("the menu words offers [calm].");
        assertThat(select(message, "nothing", "calm").problem()).isEqualTo("This menu is gone.");

        JsonNode opened = page.post(
                        "press",
                        "{\"channel\": \"%d\", \"message\": \"%s\", \"customId\": \"open\"}"
                                .formatted(general.id(), message))
                .body();
        assertThat(opened.path("modal").path("title").asText()).isEqualTo("How?");
        String form = "{\"interaction\": \"%s\", \"fields\": {\"mood\": \"%s\"}}";
        assertThat(page.post("submit", form.formatted(opened.path("interaction").asText(), ""))
                        .problem())
                .isEqualTo("mood must have 1 to 4000 characters, has 0.");
        page.post("submit", form.formatted(opened.path("interaction").asText(), "gentle"));
        JsonNode answer = page.await("message");
        assertThat(answer.path("content").asText()).isEqualTo("form gentle");
        assertThat(answer.path("ephemeral").asBoolean()).isTrue();
    }

    private PageClient.Reply run(String path, String options) throws Exception {
        return page.post(
                "run",
                "{\"channel\": \"%d\", \"path\": \"%s\", \"options\": %s}".formatted(general.id(), path, options));
    }

    private PageClient.Reply select(String message, String menu, String value) throws Exception {
        return page.post("select", """
                {"channel": "%d", "message": "%s", "customId": "%s", "values": ["%s"]}""".formatted(general.id(), message, menu, value));
    }

    private String said() throws InterruptedException {
        return page.await("message").path("content").asText();
    }

    private static List<ActionRow> everything() {
        return List.of(
                ActionRow.of(Button.primary("open", "Open")),
                ActionRow.of(StringSelectMenu.create("words")
                        .addOption("Calm", "calm")
                        .build()),
                ActionRow.of(EntitySelectMenu.create("roles", SelectTarget.ROLE).build()),
                ActionRow.of(EntitySelectMenu.create("channels", SelectTarget.CHANNEL)
                        .build()));
    }

    private static Modal form() {
        return Modal.create("form", "How?")
                .addComponents(Label.of(
                        "Mood", TextInput.create("mood", TextInputStyle.SHORT).build()))
                .build();
    }

    private static String described(SlashCommandInteractionEvent event) {
        var file = Objects.requireNonNull(event.getOption("reference", OptionMapping::getAsAttachment));
        return "%s, %d, %s, %s, %s, %s, %s, %s, %s of %d bytes"
                .formatted(
                        event.getOption("prompt", "", OptionMapping::getAsString),
                        event.getOption("length", 0L, OptionMapping::getAsLong),
                        event.getOption("volume", 0.0, OptionMapping::getAsDouble),
                        event.getOption("private", false, OptionMapping::getAsBoolean),
                        Objects.requireNonNull(event.getOption("user", OptionMapping::getAsUser))
                                .getName(),
                        Objects.requireNonNull(event.getOption("channel", OptionMapping::getAsChannel))
                                .getName(),
                        Objects.requireNonNull(event.getOption("role", OptionMapping::getAsRole))
                                .getName(),
                        Objects.requireNonNull(event.getOption("who", OptionMapping::getAsRole))
                                .getName(),
                        file.getFileName(),
                        file.getSize());
    }

    private void logIn(EventListener listener, CommandData... commands) throws Exception {
        JdaBot bot = JdaBot.logIn(sandbox, listener);
        bots.add(bot);
        bot.jda().updateCommands().addCommands(commands).complete();
    }

    private static EventListener command(java.util.function.Consumer<SlashCommandInteractionEvent> handler) {
        return JdaBot.on(SlashCommandInteractionEvent.class, handler);
    }
}
