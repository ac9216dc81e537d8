package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Motif.Tone;
import dev.earworm.providers.synth.score.Note;
import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Chord;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Key;
import dev.earworm.providers.synth.theory.Meter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes tunes: phrases of four bars whose bars repeat and vary a few motifs, rise and fall in an arch, stand on chord
 * tones where the bar is strong, and close on a cadence with a breath after it.
 *
 * <p>A theme is not stored. It is written anew from the same dice wherever it returns, so that it comes out the same
 * over the same chords and adapts itself where they have changed.
 */
final class MelodyWriter {
    private static final int PHRASE_BARS = 4;
    private static final int VELOCITY = 94;
    private static final int ACCENT = 7;
    private static final int CLOSE = 4;
    private static final double BREATH = 0.5;
    private static final double STEPS_PER_BEAT = 4;

    private final Sketch sketch;
    private final Instrument instrument;
    private final Meter meter;
    private final Key key;
    private final TuneStyle style;
    private final int centre;
    private final int reach;

    MelodyWriter(Sketch sketch, Instrument instrument, TuneStyle style) {
        this.sketch = sketch;
        this.instrument = instrument;
        this.meter = sketch.form().meter();
        this.key = sketch.brief().key();
        this.style = style;
        int middle = (instrument.low() + instrument.high()) / 2;
        int wanted = (int) Math.round(72 + 5 * sketch.brief().brightness());
        this.centre = Math.clamp(wanted, Math.min(middle - 4, instrument.high() - 7), middle + 5);
        this.reach = 9;
    }

    List<Note> section(Section section) {
        Chance theme = sketch.brief().chance().fork("theme " + section.theme());
        Map<Character, Motif> motifs = motifs(theme);
        String plan = theme.pick(sketch.brief().genre().phrases()).replace(" ", "");
        int lift = section.kind() == Section.Kind.CHORUS ? 3 : 0;
        List<Note> notes = new ArrayList<>();
        int before = centre + lift;
        for (int first = 0; first < section.bars(); first += PHRASE_BARS) {
            int bars = Math.min(PHRASE_BARS, section.bars() - first);
            boolean closes = first + PHRASE_BARS >= section.bars();
            List<Note> phrase = new Phrase(section, section.firstBar() + first, bars, closes, lift, before)
                    .write(plan, motifs, first * plan.length() / 2);
            notes.addAll(phrase);
            before = phrase.isEmpty() ? before : phrase.getLast().pitch();
        }
        return section.occurrence() > 0 ? new Ornaments(sketch, key).adorn(notes, section) : notes;
    }

    /** Comes to rest on the tonic with the last chord. */
    List<Note> lastNote(Section section, List<Note> tune) {
        double end = sketch.form().end();
        int before = tune.isEmpty() ? centre : tune.getLast().pitch();
        Chord chord = sketch.chordAt(end);
        List<Integer> homes = scale(chord).stream()
                .filter(pitch -> Math.floorMod(pitch - key.tonic(), 12) == 0 || isThird(chord, pitch))
                .toList();
        int pitch = nearest(homes, before);
        return List.of(new Note(end, sketch.lastBeats() * 0.9, pitch, sketch.velocity(VELOCITY - 6, section)));
    }

    private static boolean isThird(Chord chord, int pitch) {
        return Math.floorMod(pitch - chord.root() - chord.third(), 12) == 0;
    }

    private Map<Character, Motif> motifs(Chance theme) {
        Map<Character, Motif> motifs = new HashMap<>();
        for (char letter = 'a'; letter <= 'd'; letter++) {
            motifs.put(letter, Motif.invent(meter, style, theme.fork("motif " + letter)));
        }
        return motifs;
    }

    /** The scale as it sounds over a chord: where the chord has altered a note, the melody follows. */
    private List<Integer> scale(Chord chord) {
        int low = Math.max(instrument.low(), centre - reach - 2);
        int high = Math.min(instrument.high(), centre + reach + 3);
        List<Integer> altered = chord.pitchClasses().stream()
                .filter(pitchClass -> !key.hasInHarmony(pitchClass))
                .toList();
        List<Integer> pitches = new ArrayList<>();
        for (int pitch = low; pitch <= high; pitch++) {
            int current = pitch;
            boolean clashes = altered.stream().anyMatch(other -> isSemitone(other, current));
            if (altered.contains(pitch % 12) || (key.hasInMelody(pitch) && !clashes)) {
                pitches.add(pitch);
            }
        }
        return pitches;
    }

    private static boolean isSemitone(int pitchClass, int pitch) {
        int distance = Math.floorMod(pitch - pitchClass, 12);
        return distance == 1 || distance == 11;
    }

    private static int nearest(List<Integer> pitches, double target) {
        return pitches.stream()
                .min(Comparator.comparingDouble(pitch -> Math.abs(pitch - target)))
                .orElse((int) Math.round(target));
    }

    /** One phrase on its way through the bars. */
    private final class Phrase {
        private final Section section;
        private final int firstBar;
        private final int bars;
        private final boolean closes;
        private final int lift;
        private int before;

        Phrase(Section section, int firstBar, int bars, boolean closes, int lift, int before) {
            this.section = section;
            this.firstBar = firstBar;
            this.bars = bars;
            this.closes = closes;
            this.lift = lift;
            this.before = before;
        }

        List<Note> write(String plan, Map<Character, Motif> motifs, int offset) {
            List<Note> notes = new ArrayList<>();
            int start = plan.length() > PHRASE_BARS ? offset % plan.length() : 0;
            for (int bar = 0; bar < bars; bar++) {
                Motif motif = motifs.get(plan.charAt((start + bar) % plan.length()));
                boolean cadence = bar == bars - 1;
                if (motif != null) {
                    notes.addAll(writeBar(motif, bar, cadence));
                } else if (!notes.isEmpty() && !cadence) {
                    letRing(notes);
                }
            }
            return breathing(notes);
        }

        private List<Note> writeBar(Motif motif, int bar, boolean cadence) {
            List<Note> notes = new ArrayList<>();
            double target = 0.45 * before + 0.55 * (centre + lift + arch(bar));
            for (Tone tone : motif.tones()) {
                boolean last = cadence && tone.start() >= meter.steps() / 2;
                double beat = sketch.beatOf(firstBar + bar, tone.start());
                int pitch = last ? cadencePitch(beat) : pitch(tone, beat, notes.isEmpty() ? target : before);
                int steps = last ? meter.steps() - tone.start() : tone.steps();
                notes.add(note(beat, steps, pitch, tone));
                before = pitch;
                if (last) {
                    break;
                }
            }
            return notes;
        }

        private int pitch(Tone tone, double beat, double from) {
            Chord chord = sketch.chordAt(beat);
            List<Integer> scale = scale(chord);
            int wanted = moved(scale, from, tone.move());
            boolean stands = meter.isStrong(tone.start()) || (meter.isBeat(tone.start()) && tone.steps() >= 4);
            if (!stands || chord.contains(wanted)) {
                return wanted;
            }
            List<Integer> members = scale.stream()
                    .filter(pitch -> chord.contains(pitch) && Math.abs(pitch - wanted) <= CLOSE)
                    .toList();
            return members.isEmpty() ? wanted : nearest(members, wanted + 0.3 * Integer.signum(tone.move()));
        }

        private int moved(List<Integer> scale, double from, int move) {
            int index = scale.indexOf(nearest(scale, from)) + move;
            if (index < 0) {
                index = -index;
            } else if (index >= scale.size()) {
                index = 2 * (scale.size() - 1) - index;
            }
            return scale.get(Math.clamp(index, 0, scale.size() - 1));
        }

        /** A phrase that goes on stops on the fifth or second, one that closes comes home. */
        private int cadencePitch(double beat) {
            Chord chord = sketch.chordAt(beat);
            List<Integer> scale = scale(chord);
            List<Integer> members = scale.stream().filter(chord::contains).toList();
            List<Integer> fitting =
                    members.stream().filter(pitch -> isHome(pitch) == closes).toList();
            List<Integer> choices = fitting.isEmpty() ? members : fitting;
            return nearest(choices.isEmpty() ? scale : choices, before);
        }

        private boolean isHome(int pitch) {
            return Math.floorMod(pitch - key.tonic(), 12) == 0;
        }

        /** Up towards the third bar and down again. */
        private double arch(int bar) {
            double position = (bar + 0.5) / bars;
            return 5 * (1 - (2 * position - 1.2) * (2 * position - 1.2)) - 2;
        }

        private Note note(double beat, int steps, int pitch, Tone tone) {
            double length = Math.max(0.1, steps / STEPS_PER_BEAT * style.legato());
            int accent = meter.isStrong(tone.start()) ? ACCENT : meter.isBeat(tone.start()) ? 0 : -ACCENT / 2;
            int shape = (int) Math.round(6 * arch((int) (beat / meter.beats()) - firstBar) / 5);
            int velocity = Math.clamp(sketch.velocity(VELOCITY, section) + accent + shape, 1, 120);
            return new Note(beat, length, pitch, velocity);
        }

        private void letRing(List<Note> notes) {
            Note last = notes.removeLast();
            notes.add(last.lasting(last.length() + meter.beats() / 2));
        }

        private List<Note> breathing(List<Note> notes) {
            if (notes.isEmpty()) {
                return notes;
            }
            double end = sketch.form().beatOf(firstBar + bars) - BREATH;
            Note last = notes.removeLast();
            notes.add(last.end() > end && end - last.start() > 0.2 ? last.lasting(end - last.start()) : last);
            return notes;
        }
    }
}
