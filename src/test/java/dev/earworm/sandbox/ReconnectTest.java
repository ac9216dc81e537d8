package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.session.SessionInvalidateEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.junit.jupiter.api.Test;

/** A connection that breaks, in the ways in which Discord's do; JDA comes back and misses nothing that it can know. */
class ReconnectTest extends SandboxFixture {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<GenericEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void whatHappensWhileTheConnectionIsBrokenIsToldAfterTheResume() throws Exception {
        bot.registerSong();
        try (JdaBot jda = JdaBot.logIn(sandbox, events::add, answering())) {
            sandbox.gateway().dropConnections();
            SandboxInteraction run = alice.in(general).runs("song", Map.of());

            assertThat(run.response().content()).isEqualTo("here");
            // JDA hears it behind everything that it had missed.
            assertThat(sandbox.await(PATIENCE, () -> saw(SessionResumeEvent.class)))
                    .isTrue();
            assertThat(saw(SessionRecreateEvent.class)).isFalse();
            assertThat(jda.complaints()).isEmpty();
        }
    }

    @Test
    void askedToReconnectJdaResumes() throws Exception {
        bot.registerSong();
        try (JdaBot jda = JdaBot.logIn(sandbox, events::add, answering())) {
            sandbox.gateway().reconnect();

            assertThat(sandbox.await(PATIENCE, () -> saw(SessionResumeEvent.class)))
                    .isTrue();
            assertThat(sandbox.gateway().connected()).isEqualTo(1);
            assertThat(alice.in(general).runs("song", Map.of()).response().content())
                    .isEqualTo("here");
            assertThat(jda.complaints()).isEmpty();
        }
    }

    @Test
    void afterAnInvalidSessionJdaIdentifiesAnew() throws Exception {
        bot.registerSong();
        try (JdaBot jda = JdaBot.logIn(sandbox, events::add, answering())) {
            sandbox.gateway().invalidateSession();
            SandboxInteraction lost = alice.in(general).sends("song", Map.of());

            assertThat(sandbox.await(PATIENCE, () -> saw(SessionRecreateEvent.class)))
                    .isTrue();
            assertThat(saw(SessionInvalidateEvent.class)).isTrue();
            assertThat(lost.answer()).isEmpty();
            assertThat(alice.in(general).runs("song", Map.of()).response().content())
                    .isEqualTo("here");
            assertThat(jda.jda().getGuilds()).hasSize(1);
        }
    }

    private static EventListener answering() {
        return JdaBot.on(
                SlashCommandInteractionEvent.class, event -> event.reply("here").queue());
    }

    private boolean saw(Class<? extends GenericEvent> type) {
        return events.stream().anyMatch(type::isInstance);
    }
}
