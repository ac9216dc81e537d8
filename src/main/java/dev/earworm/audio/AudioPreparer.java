package dev.earworm.audio;

import dev.earworm.audio.Transcoder.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes whatever a provider sent into a file that can be posted: checked, small enough, tagged and named.
 *
 * <p>Running it again, also after a crash half-way, gives the same file with the same bytes. Sound stays on disk; memory
 * use does not grow with it.
 */
public final class AudioPreparer {
    private static final Duration TOLERANCE = Duration.ofSeconds(1);
    /** No model comes near it. Silence packs to nothing, so a small file may hold days of sound to be written anew. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final AudioProbe probe;
    private final Transcoder transcoder;
    private final FitPolicy policy = new FitPolicy();

    public AudioPreparer(Ffmpeg ffmpeg) {
        this.probe = new AudioProbe(ffmpeg);
        this.transcoder = new Transcoder(ffmpeg);
    }

    /**
     * Leaves a file that can be posted, or says why there is none.
     *
     * @param raw is left as it is; any name, its content counts
     * @throws IOException if the disk or ffmpeg fails; may be tried again
     */
    public Preparation prepare(Path raw, AudioRequest request) throws IOException, InterruptedException {
        return switch (probe.probe(raw)) {
            case NotAudio notAudio -> notAudio;
            case ProbeResult.Probed(AudioInfo source)
            when source.duration().compareTo(LONGEST) > 0 ->
                new NotAudio("is longer than any song: %d seconds"
                        .formatted(source.duration().toSeconds()));
            case ProbeResult.Probed(AudioInfo source) -> fit(raw, source, request);
        };
    }

    private Preparation fit(Path raw, AudioInfo source, AudioRequest request) throws IOException, InterruptedException {
        return switch (policy.plan(source, Files.size(raw), request.kind(), request.limitBytes())) {
            case CannotFit cannotFit -> cannotFit;
            case FitPlan.Attempts attempts -> firstThatFits(attempts, raw, source, request);
        };
    }

    private Preparation firstThatFits(FitPlan.Attempts attempts, Path raw, AudioInfo source, AudioRequest request)
            throws IOException, InterruptedException {
        var bounds = new Transcoder.Bounds(source.duration().plus(TOLERANCE), request.limitBytes());
        for (Encoding encoding : attempts.encodings()) {
            Path target = request.directory().resolve(request.name().fileName(encoding.kind()));
            for (Label label : labels(request, encoding.kind())) {
                if (transcoder.encodeWithin(bounds, raw, target, encoding, label)) {
                    return checked(target, source);
                }
            }
        }
        return FitPolicy.cannotFit(source, request.limitBytes());
    }

    /** The cover yields before the sound does. */
    private static List<Label> labels(AudioRequest request, AudioKind kind) {
        Label bare = new Label(request.tags(), Optional.empty());
        return request.cover().isEmpty() || kind == AudioKind.WAV
                ? List.of(bare)
                : List.of(new Label(request.tags(), request.cover()), bare);
    }

    /** Packets can be there and yet not decode; then the result is shorter than its source. */
    private Preparation checked(Path target, AudioInfo source) throws IOException, InterruptedException {
        return switch (probe.probe(target)) {
            case ProbeResult.Probed(AudioInfo info)
            when info.duration().plus(TOLERANCE).compareTo(source.duration()) >= 0 ->
                new Preparation.Prepared(target, info, Files.size(target));
            case ProbeResult.Probed _, NotAudio _ -> {
                Files.delete(target);
                yield new NotAudio("is damaged: part of it does not decode");
            }
        };
    }
}
