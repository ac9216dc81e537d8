package dev.earworm.music;

import java.util.Locale;
import java.util.Optional;

/** The kinds of file that a member may ask for; all of them play inside Discord. */
public enum AudioFormat {
    MP3("MP3"),
    OGG("Ogg Opus"),
    FLAC("FLAC"),
    WAV("WAV");

    private final String title;

    AudioFormat(String title) {
        this.title = title;
    }

    /** As a member reads it. */
    public String title() {
        return title;
    }

    /** As it stands in an option and after the dot of a file name. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AudioFormat> parse(String text) {
        for (AudioFormat format : values()) {
            if (format.extension().equalsIgnoreCase(text)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
