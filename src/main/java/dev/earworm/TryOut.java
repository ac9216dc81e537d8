package dev.earworm;

import dev.earworm.config.Configuration;
import dev.earworm.config.ProvidersConfig;
import dev.earworm.discord.DiscordConfig;
import dev.earworm.discord.ShardsConfig;
import dev.earworm.music.MusicConfig;
import dev.earworm.ops.HttpConfig;
import dev.earworm.ops.LogFormatConfig;
import dev.earworm.ops.OpsConfig;
import dev.earworm.providers.FetchConfig;
import dev.earworm.quota.BudgetConfig;
import dev.earworm.quota.QuotaConfig;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxConfig;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.page.SandboxPage;
import dev.earworm.storage.DatabaseConfig;
import dev.earworm.storage.SealingConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ExitCode;

/**
 * The bot on an embedded Discord: the real program from slash command to posted file, with a member who is moved by this
 * class, the built-in composer, and a database that is thrown away.
 */
final class TryOut {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(TryOut.class);
    private static final Duration LONGEST_SONG = Duration.ofMinutes(10);

    private final TryOptions options;
    private final Console console;

    private TryOut(TryOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    static int run(TryOptions options, Console console) throws IOException, InterruptedException, StartFailure {
        return new TryOut(options, console).run();
    }

    private int run() throws IOException, InterruptedException, StartFailure {
        Path data = Files.createTempDirectory("earworm-try-");
        // For those who end it with Ctrl-C.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data), "cleaning"));
        // With a prompt nobody visits, so any free port will do and none is in the way.
        int port = options.prompt().isPresent() ? 0 : options.port();
        try (Sandbox sandbox = Sandbox.start(
                SandboxConfig.standard().withPort(port).withFiles(data.resolve("cdn")), new SandboxPage(List.of()))) {
            SandboxMember alice = sandbox.guild("Home").member("alice");
            SandboxChannel general = alice.guild().channel("general");
            TryTranscript transcript = new TryTranscript(console.out());
            sandbox.onChange(transcript);
            try (Application _ = Application.start(configuration(sandbox, data), Parts.standard(), transcript)) {
                return options.prompt().isPresent()
                        ? makeOneSong(
                                transcript, alice, general, options.prompt().get())
                        : new TryChat(sandbox, alice, general, console).run();
            }
        } finally {
            delete(data);
        }
    }

    private int makeOneSong(TryTranscript transcript, SandboxMember alice, SandboxChannel general, String prompt)
            throws IOException, InterruptedException {
        console.out().println("Earworm runs on a Discord of its own. alice, a member, types in #general:\n");
        Map<String, Object> song = new LinkedHashMap<>(Map.of("prompt", prompt));
        options.length().ifPresent(length -> song.put("length", length.toSeconds()));
        SandboxMessage answer = type(alice, general, "song", song);
        // The answer to an order that was taken has a button to cancel it, until the song has gone on.
        boolean isTaken = !answer.buttons().isEmpty() || transcript.hasHeardOfASong();
        boolean isDone = isTaken && transcript.awaitEnd(LONGEST_SONG);
        Optional<SandboxMessage> finished = finished(general);
        if (!isDone || finished.isEmpty()) {
            console.err().println("There is no song; the lines above say why.");
            return ExitCode.SOFTWARE;
        }
        type(alice, general, "quota", Map.of());
        console.out().println("\nYour song: " + saved(finished.get().files().getFirst()));
        return ExitCode.OK;
    }

    private static Optional<SandboxMessage> finished(SandboxChannel general) {
        return general.messages().stream()
                .filter(message -> !message.files().isEmpty())
                .findFirst();
    }

    private SandboxMessage type(
            SandboxMember member, SandboxChannel channel, String command, Map<String, Object> values) {
        String typed = values.entrySet().stream()
                .map(value -> " " + value.getKey() + ":" + value.getValue())
                .collect(Collectors.joining());
        console.out().println(member.name() + ": /" + command + typed);
        return member.in(channel).runs(command, values).awaitResponse(SOON);
    }

    private Path saved(SandboxFile file) throws IOException {
        Path target = Files.createDirectories(options.folder()).resolve(file.name());
        try (InputStream bytes = file.open()) {
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    private static Configuration configuration(Sandbox sandbox, Path data) {
        return new Configuration(
                data,
                new DiscordConfig(
                        Optional.of(sandbox.botToken()), URI.create(sandbox.apiUrl()), new ShardsConfig.Automatic()),
                MusicConfig.automatic(),
                ProvidersConfig.none(),
                SealingConfig.none(),
                new DatabaseConfig("jdbc:sqlite:" + data.resolve("earworm.db")),
                new QuotaConfig(10, 1800, 3),
                BudgetConfig.NONE,
                new HttpConfig(0),
                new FetchConfig(false),
                LogFormatConfig.TEXT,
                OpsConfig.standard());
    }

    /** As far as it goes: at Ctrl-C the program still writes while it dies. */
    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : List.copyOf(paths.toList()).reversed()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} is left behind", folder, e);
        }
    }
}
