package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Direct messages, foreign guilds and private messages, answered by an unmodified JDA. */
class PlacesJourneyTest extends SandboxFixture {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<JdaBot> bots = new CopyOnWriteArrayList<>();

    @BeforeEach
    void logIn() throws Exception {
        bots.add(JdaBot.logIn(
                sandbox,
                JdaBot.on(SlashCommandInteractionEvent.class, PlacesJourneyTest::answer),
                JdaBot.on(ButtonInteractionEvent.class, PlacesJourneyTest::openForm),
                JdaBot.on(
                        StringSelectInteractionEvent.class,
                        event -> event.editMessage("Chose " + event.getValues().getFirst())
                                .setComponents()
                                .queue()),
                JdaBot.on(
                        ModalInteractionEvent.class,
                        event -> event.reply("Composing "
                                        + Objects.requireNonNull(event.getValue("prompt"))
                                                .getAsString())
                                .queue()),
                JdaBot.on(
                        MessageReceivedEvent.class,
                        event -> heard.add("%s: %s"
                                .formatted(
                                        event.getChannelType(),
                                        event.getMessage().getContentRaw())))));
        bots.getFirst()
                .jda()
                .updateCommands()
                .addCommands(Commands.slash("song", "a")
                        .setContexts(InteractionContextType.ALL)
                        .setIntegrationTypes(IntegrationType.ALL))
                .complete();
    }

    @AfterEach
    void logOut() {
        bots.forEach(JdaBot::close);
    }

    @Test
    void everythingWorksInDirectMessages() throws Exception {
        MemberInChannel direct = alice.inDirectMessages();
        SandboxMessage answer = direct.runs("song").response();
        assertThat(answer.content()).isEqualTo("BOT_DM PRIVATE false guild:0");

        SandboxInteraction form = direct.presses(answer, "Change");
        SandboxInteraction sent = direct.submits(form, Map.of("prompt", "a calm river"));
        assertThat(sent.awaitResponse(PATIENCE).content()).isEqualTo("Composing a calm river");
        direct.selects(answer, "length", "30");

        sandbox.awaitUntil(
                PATIENCE, () -> alice.directMessages().getFirst().content().equals("Chose 30"));
        direct.posts("thank you");
        sandbox.awaitUntil(PATIENCE, () -> heard.contains("PRIVATE: thank you"));
        assertThat(bots.getFirst().complaints()).isEmpty();
    }

    @Test
    void aUserBringsTheApplicationToAForeignGuildAndToPrivateMessages() {
        SandboxGuild away = sandbox.guildWithoutBot("Away");
        SandboxMember zoe = away.member("zoe").installsApp();
        SandboxMember bob = away.member("bob");
        SandboxMember carol = away.member("carol");
        SandboxThread thread = bob.in(away.channel("general")).startsThread("rivers");

        assertThat(runs(zoe.in(away.channel("general")))).isEqualTo("GUILD TEXT true user:" + zoe.id());
        assertThat(runs(zoe.in(thread))).isEqualTo("GUILD GUILD_PUBLIC_THREAD true user:" + zoe.id());
        assertThat(runs(zoe.with(bob))).isEqualTo("PRIVATE_CHANNEL PRIVATE false user:" + zoe.id());
        assertThat(runs(zoe.with(bob, carol))).isEqualTo("PRIVATE_CHANNEL GROUP false user:" + zoe.id());
        assertThat(runs(zoe.inDirectMessages())).isEqualTo("BOT_DM PRIVATE false guild:0 user:" + zoe.id());
        assertThat(heard).noneMatch(message -> !message.startsWith("PRIVATE"));
        assertThat(bots.getFirst().complaints()).isEmpty();
    }

    private static String runs(MemberInChannel member) {
        return member.runs("song").response().content();
    }

    private static void answer(SlashCommandInteractionEvent event) {
        StringBuilder text = new StringBuilder(
                "%s %s %s".formatted(event.getContext(), event.getChannelType(), event.isFromGuild()));
        if (event.getIntegrationOwners().isGuildIntegration()) {
            text.append(" guild:").append(event.getIntegrationOwners().getAuthorizingGuildIdLong());
        }
        if (event.getIntegrationOwners().isUserIntegration()) {
            text.append(" user:").append(event.getIntegrationOwners().getAuthorizingUserIdLong());
        }
        event.reply(text.toString())
                .addComponents(
                        ActionRow.of(Button.primary("change", "Change")),
                        ActionRow.of(StringSelectMenu.create("length")
                                .addOption("Short", "30")
                                .addOption("Long", "90")
                                .build()))
                .queue();
    }

    private static void openForm(ButtonInteractionEvent event) {
        event.replyModal(Modal.create("compose", "Compose")
                        .addComponents(Label.of(
                                "Prompt",
                                TextInput.create("prompt", TextInputStyle.SHORT).build()))
                        .build())
                .queue();
    }
}
