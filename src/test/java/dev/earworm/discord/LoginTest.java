package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.sandbox.Sandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
    @TempDir
    private Path folder;

    @Test
    void aWrongTokenIsRefusedInOneSentenceThatDoesNotRepeatIt() throws Exception {
        try (BotRig rig = new BotRig(folder)) {
            DiscordConfig wrong = new DiscordConfig(
                    Optional.of("a-wrong-token"), URI.create(rig.sandbox.apiUrl()), ShardsConfig.automatic());

            assertThat(rig.bot(wrong).logIn())
                    .isEqualTo(new Login.Refused(
                            "Discord does not accept the bot token: check discord.token (DISCORD_TOKEN)."));
        }
    }

    @Test
    void withoutATokenNothingIsAsked() throws Exception {
        try (BotRig rig = new BotRig(folder)) {
            DiscordConfig none =
                    new DiscordConfig(Optional.empty(), URI.create(rig.sandbox.apiUrl()), ShardsConfig.automatic());

            assertThat(rig.bot(none).logIn())
                    .isEqualTo(new Login.Refused("There is no bot token: set discord.token (DISCORD_TOKEN)."));
            assertThat(rig.sandbox.requests()).isEmpty();
        }
    }

    @Test
    void aDiscordThatIsNotThereIsUnreachable() throws Exception {
        try (BotRig rig = new BotRig(folder)) {
            DiscordConfig nowhere = new DiscordConfig(
                    Optional.of("a-token"),
                    URI.create("http://127.0.0.1:" + freePort() + "/api/v10/"),
                    ShardsConfig.automatic());

            assertThat(rig.bot(nowhere).logIn())
                    .isInstanceOfSatisfying(
                            Login.Unreachable.class,
                            unreachable -> assertThat(unreachable.sentence())
                                    .startsWith("Discord cannot be reached at http://127.0.0.1:")
                                    .doesNotContain("a-token"));
        }
    }

    @Test
    void theBotIsReadyOnceItIsLoggedInAndNoMoreWhenItIsClosed() throws Exception {
        try (BotRig rig = new BotRig(folder)) {
            assertThat(rig.connection.isReady()).isFalse();
            assertThat(rig.bot.logIn()).isEqualTo(new Login.LoggedIn());
            assertThat(rig.connection.isReady()).isTrue();

            rig.connection.close();

            assertThat(rig.connection.isReady()).isFalse();
        }
    }

    @Test
    void aProcessRunsTheShardsThatItIsGiven() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                BotRig rig = new BotRig(folder)) {
            DiscordConfig second = new DiscordConfig(
                    Optional.of(sandbox.botToken()), URI.create(sandbox.apiUrl()), ShardsConfig.range(1, 1, 2));

            assertThat(rig.bot(second).logIn()).isEqualTo(new Login.LoggedIn());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
