package dev.earworm.soak;

import dev.earworm.sandbox.SandboxEvent;
import dev.earworm.sandbox.SandboxEvent.MessageEdited;
import dev.earworm.sandbox.SandboxEvent.MessagePosted;
import dev.earworm.sandbox.SandboxFile;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Remembers what the bot posted: which messages bore a song, and what the last words of the others were. */
final class Postbox implements Consumer<SandboxEvent> {
    private static final int RECENT = 40;
    private static final int WORDS = 80;
    private static final Duration FILES_KEPT = Duration.ofMinutes(10);

    private record Upload(Instant at, Path file) {}

    private final SandboxUser bot;
    private final Set<Long> tracks = new HashSet<>();
    private final Map<Long, String> words = new HashMap<>();
    private final Deque<SandboxMessage> recent = new ArrayDeque<>();
    private final Deque<Upload> uploads = new ArrayDeque<>();

    Postbox(SandboxUser bot) {
        this.bot = bot;
    }

    @Override
    public void accept(SandboxEvent event) {
        if (event instanceof MessagePosted(SandboxMessage message)) {
            see(message);
        }
        if (event instanceof MessageEdited edited) {
            see(edited.after());
        }
    }

    private synchronized void see(SandboxMessage message) {
        if (!message.author().equals(bot)) {
            return;
        }
        String content = message.content();
        words.put(message.id(), content.substring(0, Math.min(WORDS, content.length())));
        boolean isTrack =
                message.files().stream().anyMatch(file -> file.contentType().startsWith("audio/"));
        if (isTrack && tracks.add(message.id())) {
            recent.addLast(message);
            message.files().stream().map(SandboxFile::path).forEach(this::keep);
        }
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
    }

    private void keep(Path file) {
        uploads.addLast(new Upload(Instant.now(), file));
    }

    /** Removes the files of a while ago from this machine's disk. */
    synchronized void sweep() {
        Instant old = Instant.now().minus(FILES_KEPT);
        while (!uploads.isEmpty() && uploads.getFirst().at().isBefore(old)) {
            try {
                Files.deleteIfExists(uploads.removeFirst().file());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One of the songs that came of late. */
    synchronized Optional<SandboxMessage> someTrack(Dice dice) {
        return recent.isEmpty() ? Optional.empty() : Optional.of(dice.oneOf(new ArrayList<>(recent)));
    }

    synchronized Set<Long> tracks() {
        return Set.copyOf(tracks);
    }

    synchronized Optional<String> lastWords(long message) {
        return Optional.ofNullable(words.get(message));
    }
}
