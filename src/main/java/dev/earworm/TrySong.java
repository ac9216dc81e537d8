package dev.earworm;

import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ExitCode;

/** One song without a page: a member is moved by this class, each step is printed, and the file is kept. */
final class TrySong {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LONGEST_SONG = Duration.ofMinutes(10);

    private final TryOptions options;
    private final Console console;

    TrySong(TryOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    int make(String prompt) throws IOException, InterruptedException, StartFailure {
        // Nobody visits, so any free port will do and none is in the way.
        try (TrySession session = TrySession.open("127.0.0.1", 0, TryProviders.builtIn())) {
            // For those who end it with Ctrl-C.
            Runtime.getRuntime().addShutdownHook(new Thread(session::throwAway, "cleaning"));
            TryTranscript transcript = new TryTranscript(console.out());
            session.sandbox().onChange(transcript);
            session.startBot(transcript);
            return make(transcript, session.world().alice(), session.world().general(), prompt);
        }
    }

    private int make(TryTranscript transcript, SandboxMember alice, SandboxChannel general, String prompt)
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
}
