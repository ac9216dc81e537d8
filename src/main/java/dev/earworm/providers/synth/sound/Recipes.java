package dev.earworm.providers.synth.sound;

import dev.earworm.providers.synth.sound.Recipe.Envelope;
import dev.earworm.providers.synth.sound.Recipe.Partial;
import dev.earworm.providers.synth.sound.Recipe.Struck;
import dev.earworm.providers.synth.sound.Recipe.Sustained;
import dev.earworm.providers.synth.sound.Recipe.Tone;
import dev.earworm.providers.synth.theory.Instrument;
import java.util.List;

/** The recipe of each instrument. */
final class Recipes {
    private static final Envelope BLOWN = new Envelope(0.05, 0.3, 0.85, 0.12);
    private static final Envelope BOWED = new Envelope(0.08, 0.5, 0.9, 0.18);
    private static final Envelope SECTION = new Envelope(0.12, 0.6, 0.9, 0.45);
    private static final Envelope SLOW = new Envelope(0.4, 1, 0.95, 1.5);
    private static final Envelope HELD = new Envelope(0.006, 0.2, 0.95, 0.08);
    private static final Envelope LEAD = new Envelope(0.008, 0.4, 0.75, 0.15);
    private static final Envelope PLUCK = new Envelope(0.002, 0.55, 0.12, 0.25);
    private static final Envelope FUZZ = new Envelope(0.004, 2.5, 0.6, 0.12);

    private Recipes() {}

    static Recipe of(Instrument instrument) {
        return switch (instrument.family()) {
            case KEYS -> keys(instrument);
            case PLUCKED -> plucked(instrument);
            case MALLET -> mallet(instrument);
            case BOWED -> bowed(instrument);
            case WIND -> wind(instrument);
            case ENSEMBLE -> ensemble(instrument);
            case SYNTH -> synth(instrument);
            case BASS -> bass(instrument);
        };
    }

    private static Recipe keys(Instrument instrument) {
        return switch (instrument) {
            case E_PIANO ->
                Struck.bar(
                        3.6,
                        0.9,
                        0.012,
                        0.22,
                        new Partial(1, 1),
                        new Partial(2, 0.32),
                        new Partial(3, 0.1),
                        new Partial(4, 0.07),
                        new Partial(7.02, 0.07),
                        new Partial(14.1, 0.03));
            case HARPSICHORD -> Struck.string(0.55, 0.11, 2.6, 0.35, 0.07, 0.1);
            case CLAVINET -> Struck.string(0.75, 0.06, 1.6, 0.5, 0.06, 0.06);
            case ORGAN ->
                Sustained.of(Tone.drawbars(0.9, 1, 0.55, 0.6, 0.05, 0.35, 0, 0.25), 1.5, HELD)
                        .vibrating(6);
            case CHURCH_ORGAN ->
                Sustained.of(
                                Tone.drawbars(1, 0.85, 0.4, 0.7, 0.15, 0.35, 0.05, 0.4, 0, 0.1, 0, 0.15, 0, 0, 0, 0.15),
                                4,
                                new Envelope(0.05, 0.2, 1, 0.35))
                        .wide();
            case ACCORDION ->
                Sustained.of(Tone.saw(0.9).resonating(1300, 0.8, 2900, 0.5), 9, new Envelope(0.045, 0.2, 0.95, 0.1));
            default -> Struck.string(1.15, 0.13, 4.6, 0.28, 0.035, 0.28).stiff(0.0004);
        };
    }

    private static Recipe plucked(Instrument instrument) {
        return switch (instrument) {
            case DULCIMER -> Struck.string(0.8, 0.1, 2.8, 0.3, 0.06, 0.9);
            case STEEL_GUITAR -> Struck.string(0.95, 0.14, 3.4, 0.35, 0.05, 0.3);
            case JAZZ_GUITAR -> Struck.string(1.7, 0.28, 2.6, 0.6, 0.015, 0.15);
            case CLEAN_GUITAR -> Struck.string(1.05, 0.17, 3.6, 0.45, 0.03, 0.16);
            case MUTED_GUITAR -> Struck.string(1.2, 0.12, 0.4, 0.6, 0.06, 0.06);
            case OVERDRIVEN_GUITAR ->
                Sustained.of(Tone.saw(0.75).resonating(750, 0.9, 2300, 0.7), 2.5, FUZZ)
                        .filtered(5200, 0)
                        .vibrating(7);
            case DISTORTED_GUITAR ->
                Sustained.of(Tone.saw(0.5).resonating(500, 0.8, 1100, 0.7, 2600, 0.7), 4, FUZZ)
                        .filtered(4600, 0);
            case PIZZICATO_STRINGS -> Struck.string(1.35, 0.22, 0.55, 0.5, 0.04, 0.2);
            case HARP -> Struck.string(1.5, 0.3, 3.2, 0.45, 0.015, 1.1);
            case SITAR -> Struck.string(0.35, 0.07, 3, 0.12, 0.04, 0.5);
            case BANJO -> Struck.string(0.6, 0.1, 1.1, 0.3, 0.1, 0.2);
            case SHAMISEN -> Struck.string(0.6, 0.08, 0.9, 0.35, 0.12, 0.2);
            case KOTO -> Struck.string(0.95, 0.09, 2.4, 0.4, 0.06, 0.5);
            default -> Struck.string(1.45, 0.19, 2.6, 0.5, 0.035, 0.25);
        };
    }

    private static Recipe mallet(Instrument instrument) {
        return switch (instrument) {
            case CELESTA ->
                Struck.bar(1.9, 0.5, 0.02, 0.5, new Partial(1, 1), new Partial(3.98, 0.16), new Partial(8.2, 0.04));
            case GLOCKENSPIEL ->
                Struck.bar(2.2, 0.35, 0.03, 0.9, new Partial(1, 1), new Partial(2.76, 0.22), new Partial(5.4, 0.12));
            case MUSIC_BOX ->
                Struck.bar(
                        1.6,
                        0.3,
                        0.03,
                        0.8,
                        new Partial(1, 1),
                        new Partial(2.01, 0.14),
                        new Partial(5.3, 0.12),
                        new Partial(6.27, 0.09));
            case VIBRAPHONE ->
                Struck.bar(4.2, 0.6, 0.015, 0.7, new Partial(1, 1), new Partial(3.99, 0.18), new Partial(9.9, 0.03));
            case MARIMBA ->
                Struck.bar(0.9, 0.5, 0.04, 0.35, new Partial(1, 1), new Partial(3.93, 0.28), new Partial(9.24, 0.08));
            case XYLOPHONE ->
                Struck.bar(0.45, 0.3, 0.07, 0.25, new Partial(1, 1), new Partial(3, 0.4), new Partial(6.1, 0.2));
            case TUBULAR_BELLS ->
                Struck.bar(
                        4.5,
                        0.25,
                        0.02,
                        1.5,
                        new Partial(0.5, 0.3),
                        new Partial(1, 1),
                        new Partial(1.5, 0.35),
                        new Partial(2, 0.6),
                        new Partial(2.67, 0.35),
                        new Partial(3.4, 0.2));
            case KALIMBA ->
                Struck.bar(1.2, 0.6, 0.05, 0.5, new Partial(1, 1), new Partial(2.02, 0.08), new Partial(5.6, 0.14));
            case STEEL_DRUMS ->
                Struck.bar(
                        1.5,
                        0.4,
                        0.03,
                        0.4,
                        new Partial(1, 1),
                        new Partial(2, 0.5),
                        new Partial(3, 0.28),
                        new Partial(4.02, 0.12));
            default ->
                Struck.bar(
                        3.4,
                        0.3,
                        0.01,
                        1.2,
                        new Partial(1, 1),
                        new Partial(2.01, 0.3),
                        new Partial(3.01, 0.12),
                        new Partial(5.02, 0.12),
                        new Partial(8, 0.04));
        };
    }

    private static Recipe bowed(Instrument instrument) {
        return switch (instrument) {
            case VIOLA ->
                Sustained.of(Tone.saw(1.1).resonating(350, 0.7, 900, 0.6, 2200, 0.4), 3, BOWED)
                        .vibrating(11);
            case CELLO ->
                Sustained.of(Tone.saw(1.1).resonating(220, 0.8, 600, 0.6, 1500, 0.4), 3, BOWED)
                        .vibrating(10);
            case FIDDLE ->
                Sustained.of(
                                Tone.saw(0.9).resonating(500, 0.5, 1100, 0.7, 3000, 0.6),
                                3,
                                new Envelope(0.035, 0.4, 0.85, 0.1))
                        .vibrating(8);
            default ->
                Sustained.of(Tone.saw(1).resonating(460, 0.6, 1000, 0.6, 2800, 0.5), 3, BOWED)
                        .vibrating(13);
        };
    }

    private static Recipe wind(Instrument instrument) {
        return switch (instrument) {
            case HARMONICA ->
                Sustained.of(Tone.saw(0.9).resonating(1000, 0.7, 2500, 0.7), 4, BLOWN)
                        .vibrating(9);
            case TRUMPET ->
                Sustained.of(Tone.saw(0.7).resonating(1200, 1, 2400, 0.5), 1.5, BLOWN)
                        .filtered(6500, 900)
                        .vibrating(7);
            case TROMBONE ->
                Sustained.of(Tone.saw(0.85).resonating(520, 1, 1400, 0.4), 1.5, BLOWN)
                        .filtered(4200, 900)
                        .vibrating(5);
            case MUTED_TRUMPET ->
                Sustained.of(Tone.saw(0.5).resonating(1600, 0.8, 3200, 0.7), 1.5, BLOWN)
                        .vibrating(8);
            case FRENCH_HORN ->
                Sustained.of(Tone.saw(1.3).resonating(400, 1, 800, 0.5), 3, new Envelope(0.08, 0.4, 0.9, 0.2))
                        .filtered(2600, 800);
            case SAXOPHONE ->
                Sustained.of(Tone.saw(0.95).resonating(650, 0.9, 1500, 0.5, 2800, 0.3), 3, BLOWN)
                        .vibrating(12);
            case TENOR_SAXOPHONE ->
                Sustained.of(Tone.saw(0.95).resonating(480, 0.9, 1200, 0.5, 2400, 0.25), 3.5, BLOWN)
                        .vibrating(11);
            case OBOE ->
                Sustained.of(Tone.saw(0.8).resonating(1050, 1, 2900, 0.4), 2, BLOWN)
                        .vibrating(9);
            case BASSOON ->
                Sustained.of(Tone.saw(1).resonating(450, 1, 1100, 0.4), 2, BLOWN)
                        .vibrating(6);
            case CLARINET ->
                Sustained.of(Tone.odd(1.15).resonating(600, 0.5, 1800, 0.3), 1.5, BLOWN)
                        .vibrating(3);
            case RECORDER ->
                Sustained.of(Tone.drawbars(1, 0.12, 0.22, 0.04, 0.05), 3, BLOWN).vibrating(5);
            case PAN_FLUTE ->
                Sustained.of(Tone.drawbars(1, 0.1, 0.18, 0.04), 9, BLOWN).vibrating(8);
            case SHAKUHACHI ->
                Sustained.of(Tone.drawbars(1, 0.4, 0.2, 0.12, 0.06, 0.04), 10, new Envelope(0.1, 0.5, 0.85, 0.25))
                        .vibrating(16);
            case WHISTLE ->
                Sustained.of(Tone.drawbars(1, 0.14, 0.05), 4, new Envelope(0.03, 0.2, 0.9, 0.08))
                        .vibrating(6);
            case OCARINA -> Sustained.of(Tone.drawbars(1, 0.06, 0.05), 3, BLOWN).vibrating(7);
            case BAGPIPES -> Sustained.of(Tone.saw(0.5).resonating(1100, 0.7, 2500, 0.6), 3, HELD);
            case PICCOLO ->
                Sustained.of(Tone.drawbars(1, 0.3, 0.12, 0.04), 4, BLOWN).vibrating(8);
            default ->
                Sustained.of(Tone.drawbars(1, 0.42, 0.22, 0.09, 0.04, 0.02), 5, BLOWN)
                        .vibrating(10);
        };
    }

    private static Recipe ensemble(Instrument instrument) {
        return switch (instrument) {
            case SLOW_STRINGS ->
                Sustained.of(Tone.saw(1.15).resonating(420, 0.5, 1000, 0.4, 2400, 0.25), 17, SLOW)
                        .wide();
            case SYNTH_STRINGS ->
                Sustained.of(Tone.saw(1), 22, SECTION).filtered(4200, 0).wide();
            case CHOIR ->
                Sustained.of(
                                Tone.saw(1).resonating(720, 1.2, 1150, 0.7, 2800, 0.18),
                                18,
                                new Envelope(0.2, 0.6, 0.95, 0.5))
                        .vibrating(6)
                        .wide();
            case VOICE_OOHS ->
                Sustained.of(
                                Tone.saw(1.2).resonating(350, 1.2, 800, 0.35, 2500, 0.06),
                                14,
                                new Envelope(0.16, 0.6, 0.95, 0.4))
                        .vibrating(9)
                        .wide();
            case BRASS ->
                Sustained.of(Tone.saw(0.8).resonating(650, 0.9, 1500, 0.6), 8, new Envelope(0.045, 0.5, 0.85, 0.18))
                        .filtered(5000, 900)
                        .wide();
            case SYNTH_BRASS ->
                Sustained.of(Tone.saw(0.95), 12, new Envelope(0.03, 0.6, 0.8, 0.25))
                        .filtered(3400, 1200)
                        .wide();
            case NEW_AGE_PAD ->
                Sustained.of(
                                Tone.drawbars(1, 0.5, 0.3, 0.22, 0.06, 0.1, 0.02, 0.08),
                                15,
                                new Envelope(0.25, 1.2, 0.85, 1))
                        .wide();
            case CHOIR_PAD ->
                Sustained.of(Tone.saw(1.15).resonating(620, 1, 1300, 0.4), 26, SLOW)
                        .wide();
            case HALO_PAD ->
                Sustained.of(Tone.saw(1).resonating(900, 0.5, 3200, 0.5), 28, SLOW)
                        .filtered(3800, 500)
                        .wide();
            case WARM_PAD ->
                Sustained.of(Tone.saw(1.2), 20, SLOW).filtered(1500, 600).wide();
            default ->
                Sustained.of(Tone.saw(1.05).resonating(450, 0.5, 1100, 0.45, 2700, 0.35), 15, SECTION)
                        .wide();
        };
    }

    private static Recipe synth(Instrument instrument) {
        return switch (instrument) {
            case SQUARE_LEAD ->
                Sustained.of(Tone.pulse(0.25), 0, new Envelope(0.003, 0.3, 0.7, 0.06))
                        .vibrating(5);
            case SYNTH_PLUCK ->
                Sustained.of(Tone.saw(0.95), 5, PLUCK).filtered(4800, -2600).wide();
            case POLYSYNTH ->
                Sustained.of(Tone.saw(1), 12, new Envelope(0.006, 0.9, 0.55, 0.25))
                        .filtered(3600, -1100)
                        .wide();
            default ->
                Sustained.of(Tone.saw(0.95), 9, LEAD)
                        .filtered(6800, -600)
                        .vibrating(6)
                        .wide();
        };
    }

    private static Recipe bass(Instrument instrument) {
        return switch (instrument) {
            case UPRIGHT_BASS -> Struck.string(1.5, 0.24, 2.2, 0.5, 0.05, 0.14);
            case PICKED_BASS -> Struck.string(0.95, 0.1, 3, 0.4, 0.06, 0.08);
            case FRETLESS_BASS -> Struck.string(1.35, 0.3, 3.4, 0.4, 0.01, 0.12);
            case SLAP_BASS -> Struck.string(0.75, 0.07, 2.4, 0.35, 0.14, 0.06);
            case SYNTH_BASS ->
                Sustained.of(Tone.saw(0.95), 1.5, new Envelope(0.003, 0.5, 0.7, 0.07))
                        .filtered(1700, -1700);
            case SUB_BASS ->
                Sustained.of(Tone.drawbars(1, 0.22, 0.12, 0.04, 0.02), 0, new Envelope(0.006, 2.5, 0.5, 0.14));
            case TUBA ->
                Sustained.of(Tone.saw(1.2).resonating(240, 1, 600, 0.5), 2, BLOWN)
                        .filtered(1800, 600);
            case TIMPANI ->
                new Struck(
                        List.of(
                                new Partial(1, 1),
                                new Partial(1.5, 0.6),
                                new Partial(1.99, 0.4),
                                new Partial(2.44, 0.25),
                                new Partial(2.9, 0.15)),
                        0,
                        0,
                        0,
                        2.4,
                        0.25,
                        0.12,
                        0.8);
            default -> Struck.string(1.25, 0.2, 3, 0.5, 0.03, 0.1);
        };
    }
}
