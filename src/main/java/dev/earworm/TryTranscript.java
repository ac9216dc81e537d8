package dev.earworm;

import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobListener;
import dev.earworm.sandbox.SandboxEvent;
import dev.earworm.sandbox.SandboxMessage;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What a person in the channel would see, as lines of text, and between them where the song stands. */
final class TryTranscript implements Consumer<SandboxEvent>, JobListener {
    private final CountDownLatch firstEnd = new CountDownLatch(1);
    private volatile boolean hasHeardOfASong;
    private final PrintWriter out;
    private final Set<String> printed = ConcurrentHashMap.newKeySet();

    TryTranscript(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(SandboxEvent event) {
        switch (event) {
            case SandboxEvent.MessagePosted posted -> print(posted.message());
            case SandboxEvent.MessageEdited edited -> print(edited.after());
            case SandboxEvent.InteractionFailed failed ->
                out.println("Discord: the application did not respond to /"
                        + failed.interaction().name());
            case SandboxEvent.InteractionSent _,
                    SandboxEvent.InteractionAnswered _,
                    SandboxEvent.MessageDeleted _,
                    SandboxEvent.SessionsChanged _,
                    SandboxEvent.PlacesChanged _,
                    SandboxEvent.CommandsChanged _ -> {}
        }
    }

    private void print(SandboxMessage message) {
        String text = TryText.of(message, Clock.systemUTC().instant());
        if (!text.isEmpty() && printed.add(message.id() + text)) {
            out.println(("Earworm: " + text).indent(2).stripTrailing());
        }
    }

    /** Whether a song has taken any step. */
    boolean hasHeardOfASong() {
        return hasHeardOfASong;
    }

    /** Waits until a song has ended and its member knows. */
    boolean awaitEnd(Duration longest) throws InterruptedException {
        return firstEnd.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void changed(Job job) {
        hasHeardOfASong = true;
        print(job);
        if (job.state().isEnded() && job.told()) {
            firstEnd.countDown();
        }
    }

    private void print(Job job) {
        String stage = switch (job.state()) {
            case QUEUED -> "waits for another turn";
            case SUBMITTING -> "is handed to " + job.request().model();
            case RENDERING -> "is being made";
            case RENDERED -> "is made; now it is named, tagged and fitted";
            case DELIVERED -> "is delivered, and counts against the quota";
            case FAILED -> "failed; its quota is released";
            case CANCELLED -> "is cancelled; its quota is released";
        };
        if (printed.add(job.id() + stage)) {
            Duration age = Duration.between(job.acceptedAt(), Instant.now());
            out.printf("    [%.1f s] song %s %s%n", age.toMillis() / 1000.0, job.id(), stage);
        }
    }
}
