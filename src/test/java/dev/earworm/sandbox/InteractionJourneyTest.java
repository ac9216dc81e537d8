package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu.DefaultValue;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu.SelectTarget;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.IMentionable;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a member can do with a bot, answered by an unmodified JDA. */
class InteractionJourneyTest extends SandboxFixture {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<JdaBot> bots = new CopyOnWriteArrayList<>();

    @AfterEach
    void logOut() {
        bots.forEach(JdaBot::close);
    }

    @Test
    void aButtonWithItsConfirmationAndItsForgery() throws Exception {
        logIn(
                command(event -> event.reply("Really?")
                        .addComponents(ActionRow.of(
                                Button.danger("cancel:1", "Cancel"), Button.link("https://example.org", "Help")))
                        .queue()),
                JdaBot.on(ButtonInteractionEvent.class, event -> {
                    if (event.getComponentId().equals("cancel:1")) {
                        event.editMessage("Cancelled").setComponents().queue();
                    } else {
                        event.reply("Not yours").setEphemeral(true).queue();
                    }
                }),
                Commands.slash("song", "Makes a song"));
        SandboxMessage question = alice.in(general).runs("song").response();

        SandboxInteraction forged = alice.in(general).pressesForged(question, "cancel:2");
        assertThat(forged.response().content()).isEqualTo("Not yours");
        assertThat(forged.response().isEphemeral()).isTrue();
        assertThatThrownBy(() -> alice.in(general).presses(question, "Help"))
                .isInstanceOf(ClientRefusalException.class);

        SandboxInteraction press = alice.in(general).presses(question, "Cancel");
        assertThat(press.answer()).contains(InteractionAnswer.UPDATE);
        assertThat(general.messages()).singleElement().satisfies(message -> {
            assertThat(message.content()).isEqualTo("Cancelled");
            assertThat(message.buttons()).isEmpty();
        });
    }

    @Test
    void aFormOpensIsFilledAndAnswered() throws Exception {
        TextInput prompt = TextInput.create("prompt", TextInputStyle.PARAGRAPH)
                .setRequiredRange(3, 100)
                .build();
        TextInput style = TextInput.create("style", TextInputStyle.SHORT)
                .setRequired(false)
                .build();
        logIn(
                command(event -> event.replyModal(Modal.create("compose:1", "Compose")
                                .addComponents(Label.of("Prompt", prompt), Label.of("Style", style))
                                .build())
                        .queue()),
                JdaBot.on(ModalInteractionEvent.class, event -> {
                    event.deferReply(true).queue();
                    String text =
                            Objects.requireNonNull(event.getValue("prompt")).getAsString();
                    event.getHook().sendMessage("Composing " + text).queue();
                }),
                Commands.slash("song", "Opens a form"));

        SandboxInteraction opener = alice.in(general).runs("song");
        assertThat(opener.modal().orElseThrow().title()).isEqualTo("Compose");
        SandboxInteraction sent = alice.in(general).submits(opener, Map.of("prompt", "a calm river"));

        SandboxMessage answer = sent.awaitResponse(PATIENCE);
        assertThat(answer.content()).isEqualTo("Composing a calm river");
        assertThat(answer.isEphemeral()).isTrue();
        assertThat(home.member("bob").sees(general)).isEmpty();
    }

    @Test
    void optionsAreCompletedWhileTheMemberTypes() throws Exception {
        logIn(
                JdaBot.on(CommandAutoCompleteInteractionEvent.class, event -> {
                    String typed = event.getFocusedOption().getValue();
                    if (event.getFocusedOption().getName().equals("length")) {
                        event.replyChoiceLongs(30, 60).queue();
                    } else {
                        event.replyChoiceStrings(typed + "th/rules", typed + "thetic/more")
                                .queue();
                    }
                }),
                Commands.slash("song", "Makes a song")
                        .addOption(OptionType.STRING, "prompt", "What it is about", true)
                        .addOption(OptionType.STRING, "model", "Which model", false, true)
                        .addOption(OptionType.INTEGER, "length", "Seconds", false, true));

        assertThat(alice.in(general).completes("song", "model", "syn"))
                .extracting(Choice::value)
                .containsExactly("synth/rules", "synthetic/more");
        assertThat(alice.in(general).completes("song", "length", "3", Map.of("prompt", "river")))
                .extracting(Choice::name)
                .containsExactly("30", "60");
        assertThatThrownBy(() -> alice.in(general).completes("song", "prompt", "a"))
                .isInstanceOf(ClientRefusalException.class);
    }

    @Test
    void optionsThatNobodyCompletesFail() throws Exception {
        try (Sandbox impatient = Sandbox.start(config().withAckTimeout(Duration.ofMillis(20)))) {
            RawBot raw = new RawBot(impatient);
            raw.register("""
                    [{"name": "song", "description": "a", "options": [
                        {"type": 3, "name": "model", "description": "a", "autocomplete": true}]}]""");
            SandboxGuild guild = impatient.guild("Home");

            assertThatThrownBy(() ->
                            guild.member("alice").in(guild.channel("general")).completes("song", "model", "s"))
                    .isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void aMenuIsSelectedFrom() throws Exception {
        logIn(
                command(event -> event.reply("Which?")
                        .addComponents(ActionRow.of(StringSelectMenu.create("pick")
                                .addOption("One", "1")
                                .addOption("Two", "2")
                                .build()))
                        .queue()),
                JdaBot.on(
                        StringSelectInteractionEvent.class,
                        event -> event.reply("Picked " + event.getValues()).queue()),
                Commands.slash("song", "Makes a song"));
        SandboxMessage menu = alice.in(general).runs("song").response();

        assertThat(alice.in(general).selects(menu, "pick", "2").response().content())
                .isEqualTo("Picked [2]");
        assertThatThrownBy(() -> alice.in(general).selects(menu, "pick", "3"))
                .isInstanceOf(ClientRefusalException.class);
        assertThatThrownBy(() -> alice.in(general).selects(menu, "pick", "1", "2"))
                .isInstanceOf(ClientRefusalException.class);
    }

    @Test
    void channelsAndRolesArePickedFromMenusThatDiscordFills() throws Exception {
        SandboxRole dj = home.role("dj");
        SandboxChannel stage = home.channel("stage", SandboxChatChannel.Kind.VOICE);
        SandboxChannel hidden = home.channel("hidden").deny(home.everyone(), Permission.VIEW_CHANNEL);
        SandboxGuild elsewhere = sandbox.guild("Elsewhere");
        logIn(
                command(event -> event.reply("Which?")
                        .addComponents(
                                ActionRow.of(EntitySelectMenu.create("where", SelectTarget.CHANNEL)
                                        .setChannelTypes(ChannelType.TEXT)
                                        .setDefaultValues(DefaultValue.channel(general.id()))
                                        .setMaxValues(2)
                                        .build()),
                                ActionRow.of(EntitySelectMenu.create("who", SelectTarget.ROLE)
                                        .build()))
                        .queue()),
                JdaBot.on(
                        EntitySelectInteractionEvent.class,
                        event -> event.reply("Picked "
                                        + event.getValues().stream()
                                                .map(IMentionable::getAsMention)
                                                .toList())
                                .queue()),
                Commands.slash("song", "Makes a song"));
        SandboxMessage menus = alice.in(general).runs("song").response();
        MemberInChannel here = alice.in(general);

        assertThat(here.selectsChannels(menus, "where", general).response().content())
                .isEqualTo("Picked [<#%d>]".formatted(general.id()));
        assertThat(here.selectsRoles(menus, "who", dj).response().content())
                .isEqualTo("Picked [<@&%d>]".formatted(dj.id()));
        for (SandboxChannel unseen : List.of(stage, hidden, elsewhere.channel("general"))) {
            assertThatThrownBy(() -> here.selectsChannels(menus, "where", unseen))
                    .as(unseen.toString())
                    .isInstanceOf(ClientRefusalException.class);
        }
        assertThatThrownBy(() -> here.selectsChannels(menus, "where")).isInstanceOf(ClientRefusalException.class);
        assertThatThrownBy(() -> here.selectsRoles(menus, "who", dj, home.everyone()))
                .isInstanceOf(ClientRefusalException.class);
        assertThatThrownBy(() -> here.selectsRoles(menus, "who", elsewhere.role("dj")))
                .isInstanceOf(ClientRefusalException.class);
        assertThatThrownBy(() -> here.selectsRoles(menus, "where", dj)).isInstanceOf(ClientRefusalException.class);
        assertThat(here.selectsForgedRoles(menus, "who", elsewhere.role("dj"))
                        .response()
                        .content())
                .as("JDA leaves out what is not there")
                .isEqualTo("Picked []");
    }

    @Test
    void everyTypeOfOptionArrivesAndAFileCanBeRead(@TempDir Path directory) throws Exception {
        Path reference = Files.writeString(directory.resolve("my reference.mp3"), "la la la");
        SandboxMember bob = home.member("bob");
        SandboxRole dj = home.role("dj");
        logIn(
                command(event -> {
                    event.deferReply().queue();
                    event.getHook().editOriginal(described(event)).queue();
                }),
                Commands.slash("song", "All options")
                        .addSubcommands(new SubcommandData("make", "Makes it")
                                .addOption(OptionType.STRING, "prompt", "a")
                                .addOption(OptionType.INTEGER, "length", "a")
                                .addOption(OptionType.BOOLEAN, "private", "a")
                                .addOption(OptionType.USER, "user", "a")
                                .addOption(OptionType.CHANNEL, "channel", "a")
                                .addOption(OptionType.ROLE, "role", "a")
                                .addOption(OptionType.NUMBER, "volume", "a")
                                .addOption(OptionType.ATTACHMENT, "reference", "a")));

        SandboxInteraction run = alice.in(general)
                .runs(
                        "song make",
                        Map.of(
                                "prompt",
                                "a 🎵",
                                "length",
                                30,
                                "private",
                                true,
                                "user",
                                bob,
                                "channel",
                                general,
                                "role",
                                dj,
                                "volume",
                                0.5,
                                "reference",
                                reference));

        assertThat(run.awaitResponse(PATIENCE).content())
                .isEqualTo("song make: a 🎵, 30, true, bob, general, dj, 0.5, my_reference.mp3 of 8 bytes: la la la");
    }

    @Test
    void answersFollowUpsAndFilesPassThroughTheHook() throws Exception {
        byte[] song = "ID3".getBytes(StandardCharsets.UTF_8);
        logIn(
                command(event -> {
                    event.deferReply(true).complete();
                    event.getHook()
                            .editOriginal("Here")
                            .setFiles(FileUpload.fromData(song, "song.mp3"))
                            .complete();
                    event.getHook().sendMessage("Public?").complete();
                    Message more = event.getHook()
                            .sendMessage("More")
                            .setEphemeral(true)
                            .complete();
                    event.getHook().editMessageById(more.getId(), "Edited").complete();
                }),
                Commands.slash("song", "Makes a song"));

        SandboxInteraction run = alice.in(general).runs("song");
        assertThat(sandbox.await(
                        PATIENCE,
                        () -> run.followUps().stream()
                                .anyMatch(message -> message.content().equals("Edited"))))
                .isTrue();

        assertThat(run.response().isEphemeral()).isTrue();
        assertThat(run.response().files())
                .singleElement()
                .satisfies(file -> assertThat(file.bytes()).isEqualTo(song));
        assertThat(alice.sees(general))
                .extracting(SandboxMessage::content)
                .containsExactly("Here", "Public?", "Edited");
        assertThat(home.member("bob").sees(general))
                .extracting(SandboxMessage::content)
                .containsExactly("Public?");
    }

    @Test
    void commandsRunInDirectMessagesAndFilesArriveThere() throws Exception {
        JdaBot jda = logIn(command(event -> event.reply("in private").queue()), Commands.slash("song", "Makes a song"));

        SandboxInteraction run = alice.inDirectMessages().runs("song");
        assertThat(run.response().content()).isEqualTo("in private");
        jda.jda()
                .openPrivateChannelById(alice.id())
                .flatMap(channel -> channel.sendFiles(FileUpload.fromData(new byte[] {1}, "song.mp3")))
                .complete();
        assertThat(alice.directMessages()).hasSize(2);
        assertThat(alice.directMessages().getLast().files()).hasSize(1);

        alice.closesDirectMessages();
        assertThatThrownBy(() -> jda.jda()
                        .openPrivateChannelById(alice.id())
                        .flatMap(channel -> channel.sendMessage("closed"))
                        .complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        refused -> assertThat(refused.getErrorResponse()).isEqualTo(ErrorResponse.CANNOT_SEND_TO_USER));
    }

    @Test
    void whoWatchesIsToldInOrder() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        sandbox.onChange(event -> told.add(event.getClass().getSimpleName()));
        logIn(
                command(event -> {
                    event.deferReply().complete();
                    event.getHook().editOriginal("done").complete();
                    event.getHook().deleteOriginal().complete();
                }),
                Commands.slash("song", "Makes a song"));

        alice.in(general).runs("song");

        assertThat(sandbox.await(PATIENCE, () -> told.contains("MessageDeleted")))
                .isTrue();
        assertThat(told)
                .containsSubsequence(
                        "SessionsChanged",
                        "CommandsChanged",
                        "InteractionSent",
                        "MessagePosted",
                        "InteractionAnswered",
                        "MessageEdited",
                        "MessageDeleted");
    }

    private JdaBot logIn(EventListener listener, CommandData command) throws Exception {
        return logIn(listener, _ -> {}, command);
    }

    private JdaBot logIn(EventListener first, EventListener second, CommandData command) throws Exception {
        JdaBot jda = JdaBot.logIn(sandbox, first, second);
        bots.add(jda);
        jda.jda().updateCommands().addCommands(command).complete();
        return jda;
    }

    private static EventListener command(java.util.function.Consumer<SlashCommandInteractionEvent> handler) {
        return JdaBot.on(SlashCommandInteractionEvent.class, handler);
    }

    @AfterEach
    void jdaComplainedOfNothing() {
        assertThat(bots).allSatisfy(jda -> assertThat(jda.complaints()).isEmpty());
        assertThat(sandbox.unknownRequests()).isEmpty();
    }

    private static String described(SlashCommandInteractionEvent event) {
        Message.Attachment file = Objects.requireNonNull(event.getOption("reference", OptionMapping::getAsAttachment));
        String content = file.getProxy()
                .download()
                .thenApply(stream -> new String(read(stream), StandardCharsets.UTF_8))
                .join();
        return "%s: %s, %d, %s, %s, %s, %s, %s, %s of %d bytes: %s"
                .formatted(
                        event.getFullCommandName(),
                        event.getOption("prompt", "", OptionMapping::getAsString),
                        event.getOption("length", 0L, OptionMapping::getAsLong),
                        event.getOption("private", false, OptionMapping::getAsBoolean),
                        Objects.requireNonNull(event.getOption("user", OptionMapping::getAsUser))
                                .getName(),
                        Objects.requireNonNull(event.getOption("channel", OptionMapping::getAsChannel))
                                .getName(),
                        Objects.requireNonNull(event.getOption("role", OptionMapping::getAsRole))
                                .getName(),
                        event.getOption("volume", 0.0, OptionMapping::getAsDouble),
                        file.getFileName(),
                        file.getSize(),
                        content);
    }

    private static byte[] read(java.io.InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
