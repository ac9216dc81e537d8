package dev.earworm.providers.synth.theory;

import java.util.Locale;

/**
 * An instrument that can be asked for, with its General MIDI program (counted from 0) and the range where it sounds at
 * its best. Drums and textures are no instruments in this sense.
 */
public enum Instrument {
    PIANO(0, 45, 84, Family.KEYS),
    E_PIANO(4, 45, 84, Family.KEYS),
    HARPSICHORD(6, 45, 84, Family.KEYS),
    CLAVINET(7, 45, 79, Family.KEYS),
    CELESTA(8, 60, 96, Family.MALLET),
    GLOCKENSPIEL(9, 67, 96, Family.MALLET),
    MUSIC_BOX(10, 60, 91, Family.MALLET),
    VIBRAPHONE(11, 55, 84, Family.MALLET),
    MARIMBA(12, 50, 84, Family.MALLET),
    XYLOPHONE(13, 60, 91, Family.MALLET),
    TUBULAR_BELLS(14, 55, 79, Family.MALLET),
    DULCIMER(15, 52, 84, Family.PLUCKED),
    ORGAN(16, 43, 84, Family.KEYS),
    CHURCH_ORGAN(19, 36, 84, Family.KEYS),
    ACCORDION(21, 50, 84, Family.KEYS),
    HARMONICA(22, 60, 84, Family.WIND),
    NYLON_GUITAR(24, 43, 79, Family.PLUCKED),
    STEEL_GUITAR(25, 43, 79, Family.PLUCKED),
    JAZZ_GUITAR(26, 43, 79, Family.PLUCKED),
    CLEAN_GUITAR(27, 43, 79, Family.PLUCKED),
    MUTED_GUITAR(28, 40, 76, Family.PLUCKED),
    OVERDRIVEN_GUITAR(29, 43, 84, Family.PLUCKED),
    DISTORTED_GUITAR(30, 40, 84, Family.PLUCKED),
    UPRIGHT_BASS(32, 28, 50, Family.BASS),
    FINGER_BASS(33, 28, 50, Family.BASS),
    PICKED_BASS(34, 28, 50, Family.BASS),
    FRETLESS_BASS(35, 28, 50, Family.BASS),
    SLAP_BASS(36, 28, 50, Family.BASS),
    SYNTH_BASS(38, 28, 50, Family.BASS),
    SUB_BASS(39, 26, 48, Family.BASS),
    VIOLIN(40, 58, 91, Family.BOWED),
    VIOLA(41, 50, 79, Family.BOWED),
    CELLO(42, 38, 67, Family.BOWED),
    PIZZICATO_STRINGS(45, 45, 84, Family.PLUCKED),
    HARP(46, 40, 88, Family.PLUCKED),
    STRINGS(48, 43, 84, Family.ENSEMBLE),
    SLOW_STRINGS(49, 40, 84, Family.ENSEMBLE),
    SYNTH_STRINGS(50, 43, 84, Family.ENSEMBLE),
    CHOIR(52, 48, 79, Family.ENSEMBLE),
    VOICE_OOHS(53, 50, 79, Family.ENSEMBLE),
    TRUMPET(56, 58, 82, Family.WIND),
    TROMBONE(57, 43, 70, Family.WIND),
    TUBA(58, 29, 50, Family.BASS),
    MUTED_TRUMPET(59, 58, 82, Family.WIND),
    FRENCH_HORN(60, 45, 74, Family.WIND),
    BRASS(61, 46, 79, Family.ENSEMBLE),
    SYNTH_BRASS(62, 46, 79, Family.ENSEMBLE),
    SAXOPHONE(65, 54, 79, Family.WIND),
    TENOR_SAXOPHONE(66, 47, 74, Family.WIND),
    OBOE(68, 60, 86, Family.WIND),
    BASSOON(70, 38, 67, Family.WIND),
    CLARINET(71, 52, 84, Family.WIND),
    PICCOLO(72, 74, 98, Family.WIND),
    FLUTE(73, 62, 91, Family.WIND),
    RECORDER(74, 64, 91, Family.WIND),
    PAN_FLUTE(75, 60, 86, Family.WIND),
    SHAKUHACHI(77, 57, 84, Family.WIND),
    WHISTLE(78, 67, 93, Family.WIND),
    OCARINA(79, 62, 88, Family.WIND),
    SQUARE_LEAD(80, 57, 88, Family.SYNTH),
    SAW_LEAD(81, 55, 88, Family.SYNTH),
    SYNTH_PLUCK(84, 52, 88, Family.SYNTH),
    NEW_AGE_PAD(88, 45, 84, Family.ENSEMBLE),
    WARM_PAD(89, 45, 79, Family.ENSEMBLE),
    POLYSYNTH(90, 45, 84, Family.SYNTH),
    CHOIR_PAD(91, 48, 84, Family.ENSEMBLE),
    HALO_PAD(94, 48, 84, Family.ENSEMBLE),
    CRYSTAL(98, 60, 93, Family.MALLET),
    SITAR(104, 50, 79, Family.PLUCKED),
    BANJO(105, 48, 79, Family.PLUCKED),
    SHAMISEN(106, 52, 79, Family.PLUCKED),
    KOTO(107, 50, 84, Family.PLUCKED),
    KALIMBA(108, 57, 84, Family.MALLET),
    BAGPIPES(109, 57, 81, Family.WIND),
    FIDDLE(110, 58, 88, Family.BOWED),
    STEEL_DRUMS(114, 57, 84, Family.MALLET),
    TIMPANI(47, 36, 55, Family.BASS);

    /** What instruments have in common for the one who writes for them. */
    public enum Family {
        KEYS,
        PLUCKED,
        MALLET,
        BOWED,
        WIND,
        ENSEMBLE,
        SYNTH,
        BASS;

        /** Whether one player can accompany himself. */
        public boolean playsChords() {
            return switch (this) {
                case KEYS, PLUCKED, MALLET, ENSEMBLE, SYNTH -> true;
                case BOWED, WIND, BASS -> false;
            };
        }
    }

    private final int program;
    private final int low;
    private final int high;
    private final Family family;

    Instrument(int program, int low, int high, Family family) {
        this.program = program;
        this.low = low;
        this.high = high;
        this.family = family;
    }

    public int program() {
        return program;
    }

    /** The lowest pitch that a tune should have. */
    public int low() {
        return low;
    }

    /** The highest pitch that a tune should have. */
    public int high() {
        return high;
    }

    public Family family() {
        return family;
    }

    /** As the data files write it: lower case, words joined by hyphens. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The instrument of this title.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Instrument titled(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
