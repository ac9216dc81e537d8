package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxInteraction;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TrySessionTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void aNewcomerHearsASongAndNothingIsLeftBehind() throws Exception {
        TryOptions options = new TryOptions(Optional.empty(), Path.of("unused"), "127.0.0.1", 0, Optional.empty());

        Path folder;
        try (TrySession session = TrySession.start(options)) {
            folder = session.folder();
            TryWorld world = session.world();
            world.alice().in(world.general()).runs("song", Map.of("prompt", "a calm river", "length", 10L));

            assertThat(session.sandbox()
                            .await(
                                    SOON,
                                    () -> world.general().messages().stream()
                                            .anyMatch(
                                                    message -> !message.files().isEmpty())))
                    .isTrue();
            assertThat(folder).isNotEmptyDirectory();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void anAdminOfHomeMayManageItAndAMemberMayNot() throws Exception {
        try (TrySession session = TrySession.open("127.0.0.1", 0, TryProviders.builtIn())) {
            SandboxGuild home = session.sandbox().guild("Home");

            assertThat(home.member("ada").permissionsIn(home.channel("general")))
                    .contains(Permission.MANAGE_GUILD);
            assertThat(home.member("alice").permissionsIn(home.channel("general")))
                    .contains(Permission.USE_APPLICATION_COMMANDS)
                    .doesNotContain(Permission.MANAGE_GUILD);
        }
    }

    @Test
    void whereLittleIsAllowedTheBotStillAnswersWhoAsks() throws Exception {
        TryOptions options = new TryOptions(Optional.empty(), Path.of("unused"), "127.0.0.1", 0, Optional.empty());

        try (TrySession session = TrySession.start(options)) {
            SandboxGuild strict = session.sandbox().guild("Strict");
            SandboxInteraction asked =
                    strict.member("carol").in(strict.channel("general")).runs("help");

            assertThat(asked.awaitResponse(SOON).isLoading()).isFalse();
            assertThat(strict.bot().permissionsIn(strict.channel("general"))).doesNotContain(Permission.ATTACH_FILES);
        }
    }

    @Test
    void aTakenPortIsSaidInOneSentence() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> TrySession.open("127.0.0.1", other.getLocalPort(), TryProviders.builtIn()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage(
                            "Port " + other.getLocalPort() + " of 127.0.0.1 cannot be opened: another program has it,"
                                    + " this machine has no such address, or it needs more rights. Name another one with --port,"
                                    + " 0 for any that is free.")
                    .extracting(failure -> ((StartFailure) failure).exitCode())
                    .isEqualTo(1);
        }
    }

    @Test
    void onEveryAddressTheBotStillFindsItsDiscordOnThisMachine() throws Exception {
        try (TrySession session = TrySession.open("0.0.0.0", 0, TryProviders.builtIn())) {
            assertThat(session.sandbox().apiUrl()).startsWith("http://127.0.0.1:");
        }
    }

    @Test
    void thePageIsWhereItWasOpened() throws Exception {
        try (TrySession session = TrySession.open("127.0.0.1", 0, TryProviders.builtIn())) {
            assertThat(session.url())
                    .hasHost("localhost")
                    .hasPort(session.sandbox().port());
        }
        try (TrySession session = TrySession.open("0.0.0.0", 0, TryProviders.builtIn())) {
            assertThat(session.url()).hasHost("localhost");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX) // elsewhere 127.0.0.1 is the only address that every machine has
    void onAnAddressOfItsOwnThePageIsFoundByThat() throws Exception {
        try (TrySession session = TrySession.open("127.0.0.2", 0, TryProviders.builtIn())) {
            assertThat(session.url())
                    .hasHost("127.0.0.2")
                    .hasPort(session.sandbox().port());
        }
    }

    /** Browsers let every site open a WebSocket to this machine. */
    @Test
    void nobodyKnowsWithWhatTheBotLogsIn() throws Exception {
        try (TrySession one = TrySession.open("127.0.0.1", 0, TryProviders.builtIn());
                TrySession other = TrySession.open("127.0.0.1", 0, TryProviders.builtIn())) {
            assertThat(one.sandbox().botToken()).isNotEqualTo(other.sandbox().botToken());
        }
    }
}
