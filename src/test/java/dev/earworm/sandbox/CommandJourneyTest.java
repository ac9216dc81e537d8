package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.Test;

class CommandJourneyTest {
    private static final byte[] SONG = "ID3 not really music".getBytes(StandardCharsets.UTF_8);

    @Test
    void aMemberRunsACommandAndTheBotDefersEditsAndPostsAFile() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                JdaBot bot = JdaBot.logIn(sandbox, JdaBot.on(SlashCommandInteractionEvent.class, this::sing))) {
            SandboxGuild home = sandbox.guild("Home");
            SandboxChannel general = home.channel("general");
            SandboxMember alice = home.member("alice");
            register(bot);

            SandboxInteraction run = alice.in(general).runs("song", Map.of("prompt", "a calm river", "length", 30));
            SandboxMessage answer = run.awaitResponse(Duration.ofSeconds(5));

            assertThat(run.answer()).contains(InteractionAnswer.DEFERRED_MESSAGE);
            assertThat(answer.content()).isEqualTo("a calm river, 30 s");
            assertThat(sandbox.await(
                            Duration.ofSeconds(5), () -> general.messages().size() == 2))
                    .isTrue();
            SandboxMessage track = general.messages().getLast();
            assertThat(track.mentions().users()).containsExactly(alice.id());
            assertThat(track.files()).hasSize(1);
            assertThat(track.files().getFirst().name()).isEqualTo("a-calm-river.mp3");
            assertThat(track.files().getFirst().contentType()).isEqualTo("audio/mpeg");
            assertThat(bytes(track)).isEqualTo(SONG);
            assertThat(sandbox.unknownRequests()).isEmpty();
            assertThat(bot.complaints()).isEmpty();
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

    private static byte[] bytes(SandboxMessage message) throws IOException {
        List<SandboxFile> files = message.files();
        return files.getFirst().bytes();
    }
}
