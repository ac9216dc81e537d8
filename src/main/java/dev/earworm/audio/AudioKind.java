package dev.earworm.audio;

/** A kind of sound file that Earworm can hand out; Discord plays all four inside the channel. */
public enum AudioKind {
    MP3("mp3", "audio/mpeg"),
    /** Opus in an Ogg file: the smallest at the same quality. */
    OPUS("ogg", "audio/ogg"),
    /** 16-bit PCM. */
    WAV("wav", "audio/wav"),
    FLAC("flac", "audio/flac");

    private final String extension;
    private final String mediaType;

    AudioKind(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** How a file of this kind ends, without the dot. */
    public String extension() {
        return extension;
    }

    /** The value of {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether nothing of the sound is lost, so that its size cannot be chosen. */
    public boolean isLossless() {
        return this == WAV || this == FLAC;
    }
}
