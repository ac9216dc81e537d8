package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.junit.jupiter.api.Test;

class CrowdTest extends SandboxFixture {
    private static final int MEMBERS = 50;

    @Test
    void manyMembersAtOnceEachGetTheirOwnAnswer() throws Exception {
        bot.registerSong();
        try (JdaBot jda = JdaBot.logIn(
                        sandbox,
                        JdaBot.on(
                                SlashCommandInteractionEvent.class,
                                event -> event.reply(event.getUser().getName()
                                                + event.getOption("prompt", "", OptionMapping::getAsString))
                                        .queue()));
                ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, MEMBERS)
                    .mapToObj(number -> crowd.submit(() -> home.member("member" + number)
                            .in(general)
                            .runs("song", Map.of("prompt", "#" + number))
                            .response()
                            .content()))
                    .toList();

            for (int number = 0; number < MEMBERS; number++) {
                assertThat(answers.get(number).get()).isEqualTo("member%d#%d".formatted(number, number));
            }
            assertThat(general.messages()).hasSize(MEMBERS);
            assertThat(jda.complaints()).isEmpty();
        }
    }
}
