package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.Test;

class CommandJourneyTest extends SandboxFixture {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] SONG = "ID3 not really music".getBytes(StandardCharsets.UTF_8);

    @Test
    void aMemberRunsACommandAndTheBotDefersEditsAndPostsAFile() throws Exception {
        try (JdaBot jda = JdaBot.logIn(sandbox, JdaBot.on(SlashCommandInteractionEvent.class, this::sing))) {
            register(jda);

            SandboxInteraction run = alice.in(general).runs("song", Map.of("prompt", "a calm river", "length", 30));
            SandboxMessage answer = run.awaitResponse(PATIENCE);

            assertThat(run.answer()).contains(InteractionAnswer.DEFERRED_MESSAGE);
            assertThat(answer.content()).isEqualTo("a calm river, 30 s");
            assertThat(sandbox.await(PATIENCE, () -> general.messages().size() == 2))
                    .isTrue();
            SandboxMessage track = general.messages().getLast();
            assertThat(track.pings().users()).containsExactly(alice.id());
            assertThat(track.files()).singleElement().satisfies(file -> {
                assertThat(file.name()).isEqualTo("a-calm-river.mp3");
                assertThat(file.contentType()).isEqualTo("audio/mpeg");
                assertThat(file.bytes()).isEqualTo(SONG);
            });
            assertThat(sandbox.unknownRequests()).isEmpty();
            assertThat(jda.complaints()).isEmpty();
        }
    }

    private void sing(SlashCommandInteractionEvent event) {
        event.deferReply().queue();
        String prompt = event.getOption("prompt", "", OptionMapping::getAsString);
        int length = event.getOption("length", 0, OptionMapping::getAsInt);
        event.getHook().editOriginal("%s, %d s".formatted(prompt, length)).queue();
        event.getChannel()
                .sendMessage(event.getUser().getAsMention() + ", here it is")
                .addFiles(FileUpload.fromData(SONG, "a-calm-river.mp3"))
                .queue();
    }

    private static void register(JdaBot bot) {
        bot.jda()
                .updateCommands()
                .addCommands(Commands.slash("song", "Makes a song")
                        .addOption(OptionType.STRING, "prompt", "What it is about", true)
                        .addOption(OptionType.INTEGER, "length", "Seconds"))
                .complete();
    }
}
