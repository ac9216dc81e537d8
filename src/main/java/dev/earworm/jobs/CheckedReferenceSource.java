package dev.earworm.jobs;

import dev.earworm.audio.AudioInfo;
import dev.earworm.audio.AudioKind;
import dev.earworm.audio.AudioProbe;
import dev.earworm.audio.Ffmpeg.OutOfTimeException;
import dev.earworm.audio.NotAudio;
import dev.earworm.audio.ProbeResult;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.OptionProblem;
import dev.earworm.music.Reference;
import dev.earworm.music.ReferenceAudio;
import dev.earworm.music.ReferenceRule;
import dev.earworm.music.RequestPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into what a member attached before any vendor hears of it: what Discord says of a file is its name and what the
 * member's program claimed.
 */
public final class CheckedReferenceSource implements ReferenceSource {
    private static final Logger LOG = LoggerFactory.getLogger(CheckedReferenceSource.class);

    private final Download download;
    private final AudioProbe probe;

    public CheckedReferenceSource(Download download, AudioProbe probe) {
        this.download = download;
        this.probe = probe;
    }

    /** Streams a file home. */
    @FunctionalInterface
    public interface Download {
        /** Empty when the whole file is in the target, else why it is not there. */
        Optional<Outcome> to(Reference reference, ReferenceRule rule, Path target);
    }

    @Override
    public Outcome fetch(Reference reference, ReferenceRule rule, Path target) throws InterruptedException {
        Optional<Outcome> trouble = download.to(reference, rule, target);
        if (trouble.isPresent()) {
            return trouble.get();
        }
        try {
            long bytes = Files.size(target);
            return bytes > rule.maxBytes()
                    ? unfit(new OptionProblem.ReferenceTooLarge(rule.maxBytes(), bytes))
                    : look(reference, rule, target);
        } catch (OutOfTimeException e) {
            // Not tried again: it may have been made to take long, and nothing is paid yet.
            LOG.warn("a reference is refused: {}", e.getMessage());
            return unfit(new OptionProblem.ReferenceUnreadable(rule.formats()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome look(Reference reference, ReferenceRule rule, Path target)
            throws IOException, InterruptedException {
        return switch (probe.probe(target)) {
            case NotAudio _ -> unfit(new OptionProblem.ReferenceUnreadable(rule.formats()));
            case ProbeResult.Probed(AudioInfo info) -> judge(reference, rule, target, info);
        };
    }

    private static Outcome judge(Reference reference, ReferenceRule rule, Path target, AudioInfo info) {
        Optional<AudioFormat> format = info.kind().map(CheckedReferenceSource::format);
        if (format.isEmpty()) {
            return unfit(new OptionProblem.ReferenceUnreadable(rule.formats()));
        }
        ReferenceAudio audio = new ReferenceAudio(reference.url(), target, format.get(), info.duration());
        List<OptionProblem> problems = RequestPolicy.problems(audio, rule);
        return problems.isEmpty() ? new Outcome.Fetched(audio) : new Outcome.Unfit(problems);
    }

    private static Outcome unfit(OptionProblem problem) {
        return new Outcome.Unfit(List.of(problem));
    }

    private static AudioFormat format(AudioKind kind) {
        return switch (kind) {
            case MP3 -> AudioFormat.MP3;
            case OPUS -> AudioFormat.OGG;
            case WAV -> AudioFormat.WAV;
            case FLAC -> AudioFormat.FLAC;
        };
    }
}
