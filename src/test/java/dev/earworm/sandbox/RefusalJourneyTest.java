package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.Test;

/** What the sandbox refuses reaches a bot as the errors that JDA knows. */
class RefusalJourneyTest extends SandboxFixture {
    private final SettableClock clock = new SettableClock();

    @Override
    SandboxConfig config() {
        return super.config().withClock(clock).withAckTimeout(Duration.ofSeconds(3));
    }

    @Test
    void anAnswerThatComesTooLateIsAnUnknownInteraction() throws Exception {
        assertThat(refusalOf(event -> {
                    clock.advance(Duration.ofSeconds(4));
                    return event.deferReply();
                }))
                .isEqualTo(ErrorResponse.UNKNOWN_INTERACTION);
    }

    @Test
    void anEditAfterTheTokensLifeIsRefused() throws Exception {
        assertThat(refusalOf(event -> {
                    event.deferReply().complete();
                    clock.advance(Duration.ofMinutes(16));
                    return event.getHook().editOriginal("late");
                }))
                .isEqualTo(ErrorResponse.INVALID_WEBHOOK_TOKEN);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws Exception {
        home.setUploadLimit(3);

        assertThat(refusalOf(event -> event.getChannel().sendFiles(FileUpload.fromData(new byte[4], "song.mp3"))))
                .isEqualTo(ErrorResponse.REQUEST_ENTITY_TOO_LARGE);
    }

    @Test
    void aChannelThatWasJustRemovedIsUnknown() throws Exception {
        SandboxChannel songs = home.channel("songs");
        try (JdaBot jda = JdaBot.logIn(sandbox)) {
            TextChannel known = Objects.requireNonNull(jda.jda().getTextChannelById(songs.id()));
            home.removeChannel(songs);

            assertThat(refusal(known.sendMessage("hello"))).isEqualTo(ErrorResponse.UNKNOWN_CHANNEL);
        }
    }

    @Test
    void aCommandThatIsTooLargeIsRefusedWithItsPlace() throws Exception {
        SlashCommandData command = Commands.slash("song", "a");
        for (int number = 0; number < 25; number++) {
            OptionData option = new OptionData(OptionType.STRING, "option" + number, "a".repeat(100));
            for (int choice = 0; choice < 25; choice++) {
                option.addChoice(choice + "a".repeat(90), choice + "a".repeat(90));
            }
            command.addOptions(option);
        }
        try (JdaBot jda = JdaBot.logIn(sandbox)) {
            assertThatThrownBy(() ->
                            jda.jda().updateCommands().addCommands(command).complete())
                    .isInstanceOfSatisfying(ErrorResponseException.class, refused -> {
                        assertThat(refused.getErrorResponse()).isEqualTo(ErrorResponse.INVALID_FORM_BODY);
                        assertThat(refused.getSchemaErrors()).singleElement().satisfies(error -> {
                            assertThat(error.getLocation()).isEqualTo("0");
                            assertThat(error.getErrors().getFirst().getCode())
                                    .isEqualTo("APPLICATION_COMMAND_TOO_LARGE");
                        });
                    });
        }
    }

    /** Lets a bot do this when it is asked for a song, and waits for what it is told. */
    private ErrorResponse refusalOf(java.util.function.Function<SlashCommandInteractionEvent, RestAction<?>> action)
            throws Exception {
        bot.registerSong();
        CompletableFuture<ErrorResponse> refused = new CompletableFuture<>();
        Consumer<SlashCommandInteractionEvent> handler = event -> {
            try {
                refused.complete(refusal(action.apply(event)));
            } catch (RuntimeException e) {
                refused.completeExceptionally(e);
            }
        };
        try (JdaBot jda = JdaBot.logIn(sandbox, JdaBot.on(SlashCommandInteractionEvent.class, handler))) {
            assertThat(jda.jda().getGuilds()).hasSize(1);
            alice.in(general).sends("song", Map.of());
            return refused.get(20, TimeUnit.SECONDS);
        }
    }

    private static ErrorResponse refusal(RestAction<?> action) {
        try {
            throw new AssertionError("was not refused: " + action.complete());
        } catch (ErrorResponseException refused) {
            return refused.getErrorResponse();
        }
    }
}
