package dev.earworm.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Makes of a song what Discord's own apps record, so that every one of them plays it and can scrub it: Ogg Opus, mono,
 * 48 kHz, 32 kbit/s, with an outline of ten points a second, at most {@value #MOST_POINTS} of them
 * (<a href="https://docs.discord.com/developers/resources/message#voice-messages">Discord on voice messages</a>).
 */
public final class VoicePreparer {
    static final int MOST_POINTS = 256;

    private static final Duration POINT = Duration.ofMillis(100);
    private static final Encoding RECORDED = new Encoding.Lossy(AudioKind.OPUS, 32, 1);

    private final Transcoder transcoder;
    private final AudioProbe probe;
    private final WaveformReader waveforms;

    public VoicePreparer(Ffmpeg ffmpeg) {
        this.transcoder = new Transcoder(ffmpeg);
        this.probe = new AudioProbe(ffmpeg);
        this.waveforms = new WaveformReader(ffmpeg);
    }

    /**
     * Writes the song's voice to the target.
     *
     * @throws IOException if the song cannot be read as sound, or the disk or ffmpeg fails
     */
    public Voice prepare(Path song, Path target) throws IOException, InterruptedException {
        transcoder.encode(song, target, RECORDED, Tags.titled(""));
        return switch (probe.probe(target)) {
            case ProbeResult.Probed(AudioInfo info) ->
                new Voice(target, info.duration(), waveforms.read(target, info.duration(), points(info.duration())));
            case NotAudio not -> throw new IOException("the voice of a song " + not.reason());
        };
    }

    static int points(Duration length) {
        return Math.clamp(length.dividedBy(POINT), 1, MOST_POINTS);
    }
}
