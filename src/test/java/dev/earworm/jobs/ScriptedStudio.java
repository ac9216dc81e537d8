package dev.earworm.jobs;

import dev.earworm.music.AccountStatus;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.SynchronousProvider;
import dev.earworm.music.TrackDetails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that answers with the audio itself, unless it was told to fail after having written half of it. */
final class ScriptedStudio implements SynchronousProvider {
    static final ModelId MODEL = new ModelId("studio", "one");

    private final Queue<ProviderFailure> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean isStopping;
    private final AtomicInteger songs = new AtomicInteger();

    void fails(ProviderFailure failure) {
        failures.add(failure);
    }

    /** The program is told to stop just when the song is there. */
    void finishesAtAStop() {
        isStopping = true;
    }

    int songs() {
        return songs.get();
    }

    @Override
    public Composition compose(Commission commission, Path target) {
        write(target);
        ProviderFailure failure = failures.poll();
        if (failure != null) {
            return new Composition.NotComposed(failure);
        }
        songs.incrementAndGet();
        if (isStopping) {
            Thread.currentThread().interrupt();
        }
        return new Composition.Composed(TrackDetails.NONE);
    }

    private static void write(Path target) {
        try {
            Files.writeString(target, "la");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return MODEL.provider();
    }

    @Override
    public List<MusicModel> models() {
        return List.of(MusicModel.named(MODEL, "A scripted studio")
                .length(3, 30, 300)
                .prompt(1, 2_000)
                .can(Feature.INSTRUMENTAL)
                .typicalWait(Duration.ofSeconds(20))
                .build());
    }

    @Override
    public AccountStatus account() {
        return new AccountStatus.Usable(Optional.empty());
    }

    @Override
    public int concurrentSongs() {
        return 1;
    }

    @Override
    public RepeatedSubmit repeatedSubmit() {
        return RepeatedSubmit.MAY_CHARGE_TWICE;
    }
}
