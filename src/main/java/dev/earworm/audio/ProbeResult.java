package dev.earworm.audio;

/** What came of looking into a file. */
public sealed interface ProbeResult permits ProbeResult.Probed, NotAudio {

    /** It is sound, whole as far as its header tells. */
    record Probed(AudioInfo info) implements ProbeResult {}
}
