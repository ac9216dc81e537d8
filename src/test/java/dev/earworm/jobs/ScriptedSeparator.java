package dev.earworm.jobs;

import dev.earworm.music.MusicProvider.RepeatedSubmit;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.StemSeparator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Takes songs apart as it was told to, one answer a call, and well once it has run out of answers. */
final class ScriptedSeparator implements StemSeparator {
    final List<StemSet> asked = new CopyOnWriteArrayList<>();
    final List<String> heard = new CopyOnWriteArrayList<>();
    private final Queue<Supplier<Separation>> answers = new ConcurrentLinkedQueue<>();
    private volatile RepeatedSubmit repeated = RepeatedSubmit.MAY_CHARGE_TWICE;

    void answers(Supplier<Separation> answer) {
        answers.add(answer);
    }

    void fails(ProviderFailure failure) {
        answers(() -> new Separation.NotSeparated(failure));
    }

    void costsNothing() {
        repeated = RepeatedSubmit.HARMLESS;
    }

    @Override
    public RepeatedSubmit repeatedSeparation() {
        return repeated;
    }

    @Override
    public Separation separate(Recording song, StemSet stems, Path folder) {
        asked.add(stems);
        try {
            heard.add(Files.readString(song.audio()));
            Stem vocals = new Stem("vocals", Files.writeString(folder.resolve("vocals.mp3"), "aah"));
            Stem rest = new Stem("instrumental", Files.writeString(folder.resolve("instrumental.mp3"), "dum"));
            Supplier<Separation> answer = answers.poll();
            return answer == null ? new Separation.Separated(List.of(vocals, rest)) : answer.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
