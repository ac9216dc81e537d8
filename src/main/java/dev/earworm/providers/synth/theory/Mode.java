package dev.earworm.providers.synth.theory;

import java.util.List;
import java.util.Optional;

/**
 * The colour of a key: which notes its chords come from, and which of them a melody likes.
 *
 * <p>Both lists are semitones above the tonic. The harmony always has seven notes; a melody may have fewer (five in
 * the pentatonic modes) or, in the blues, others.
 */
@SuppressWarnings("ImmutableEnumChecker") // The lists are made by List.of.
public enum Mode {
    MAJOR("major", List.of(0, 2, 4, 5, 7, 9, 11)),
    MINOR("minor", List.of(0, 2, 3, 5, 7, 8, 10)),
    DORIAN("dorian", List.of(0, 2, 3, 5, 7, 9, 10)),
    PHRYGIAN("phrygian", List.of(0, 1, 3, 5, 7, 8, 10)),
    LYDIAN("lydian", List.of(0, 2, 4, 6, 7, 9, 11)),
    MIXOLYDIAN("mixolydian", List.of(0, 2, 4, 5, 7, 9, 10)),
    HARMONIC_MINOR("harmonic minor", List.of(0, 2, 3, 5, 7, 8, 11)),
    PHRYGIAN_DOMINANT("phrygian dominant", List.of(0, 1, 4, 5, 7, 8, 10)),
    BLUES("blues", List.of(0, 2, 4, 5, 7, 9, 10), List.of(0, 3, 5, 6, 7, 10)),
    PENTATONIC("pentatonic", List.of(0, 2, 4, 5, 7, 9, 11), List.of(0, 2, 4, 7, 9)),
    MINOR_PENTATONIC("minor pentatonic", List.of(0, 2, 3, 5, 7, 8, 10), List.of(0, 3, 5, 7, 10)),
    HIRAJOSHI("hirajoshi", List.of(0, 2, 3, 5, 7, 8, 10), List.of(0, 2, 3, 7, 8));

    private final String title;
    private final List<Integer> harmony;
    private final List<Integer> melody;

    Mode(String title, List<Integer> scale) {
        this(title, scale, scale);
    }

    Mode(String title, List<Integer> harmony, List<Integer> melody) {
        this.title = title;
        this.harmony = harmony;
        this.melody = melody;
    }

    /** As a musician writes it after the tonic, in lower case. */
    public String title() {
        return title;
    }

    public List<Integer> harmony() {
        return harmony;
    }

    public List<Integer> melody() {
        return melody;
    }

    /** Whether the third above the tonic is the small one. */
    public boolean isMinor() {
        return harmony.get(2) == 3;
    }

    public static Optional<Mode> titled(String title) {
        for (Mode mode : values()) {
            if (mode.title.equals(title)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
