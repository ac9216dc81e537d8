package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Harmony.Span;
import dev.earworm.providers.synth.compose.StepPattern.Step;
import dev.earworm.providers.synth.score.Note;
import dev.earworm.providers.synth.theory.Chord;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Instrument.Family;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays the chords in a pattern.
 *
 * <p>Signs: {@code x} the chord ({@code X} loud, {@code o} soft), {@code d} and {@code u} strummed down and up
 * ({@code D} loud), {@code b} its lowest note, {@code h} the others, a digit one note counted from below (beyond the
 * last: an octave higher).
 */
final class Accompaniment {
    private static final double STRUM_BEATS = 0.035;
    private static final double RINGING_BEATS = 1.5;
    private static final int OCTAVE = 12;
    private static final int ACCENT = 12;
    private static final int UP_STROKE_STRINGS = 3;
    private static final int LOWEST_STRING = 40;

    private final Sketch sketch;
    private final Instrument instrument;
    private final StepPattern pattern;
    private final int velocity;
    private final Map<Span, List<Integer>> voicings = new HashMap<>();

    /**
     * @param leader lays out the chords; its range is where this part lies
     * @param velocity at middling intensity
     */
    Accompaniment(Sketch sketch, Instrument instrument, StepPattern pattern, VoiceLeader leader, int velocity) {
        this.sketch = sketch;
        this.instrument = instrument;
        this.pattern = pattern;
        this.velocity = velocity;
        for (Span span : sketch.harmony().spans()) {
            List<Integer> voicing = leader.next(span.chord());
            voicings.put(span, isStrummed() ? onSixStrings(voicing, span.chord()) : voicing);
        }
    }

    List<Note> section(Section section) {
        List<Note> notes = new ArrayList<>();
        for (int bar = 0; bar < section.bars(); bar++) {
            for (Step step : pattern.bar(bar, sketch.form().meter())) {
                double start = sketch.beatOf(section.firstBar() + bar, step.start());
                play(notes, step, start, start + sketch.beats(step.length()), section);
            }
        }
        return notes;
    }

    /** The last chord, spread a little and left to ring. */
    List<Note> lastChord(Section section) {
        List<Note> notes = new ArrayList<>();
        double start = sketch.form().end();
        Span span = sketch.harmony().spanAt(start);
        strum(notes, voicing(span), start, sketch.lastBeats(), sketch.velocity(velocity, section), STRUM_BEATS * 2);
        return notes;
    }

    private boolean isStrummed() {
        return instrument.family() == Family.PLUCKED
                && pattern.signs().chars().anyMatch(sign -> sign == 'd' || sign == 'D');
    }

    /** A guitarist puts the bass note below and doubles what the hand still reaches. */
    private static List<Integer> onSixStrings(List<Integer> voicing, Chord chord) {
        List<Integer> strings = new ArrayList<>(voicing);
        int bass = LOWEST_STRING + Math.floorMod(chord.bass() - LOWEST_STRING, OCTAVE);
        if (voicing.getFirst() - bass > 3) {
            strings.addFirst(bass);
        }
        if (voicing.getFirst() + OCTAVE > voicing.getLast() && strings.size() < 6) {
            strings.add(voicing.getFirst() + OCTAVE);
        }
        return List.copyOf(strings);
    }

    /** A hold that reaches into the next chord is struck again with the new notes. */
    private void play(List<Note> notes, Step step, double start, double end, Section section) {
        Span span = sketch.harmony().spanAt(start);
        double until = Math.min(end, span.end());
        sound(notes, step.sign(), span, start, until - start, section);
        if (end > span.end() + 1e-6) {
            play(notes, step, span.end(), end, section);
        }
    }

    private void sound(List<Note> notes, char sign, Span span, double start, double beats, Section section) {
        List<Integer> pitches = voicing(span);
        int usual = sketch.velocity(velocity, section);
        double length = length(sign, span, start, beats);
        switch (sign) {
            case 'x' -> chord(notes, pitches, start, length, usual);
            case 'X' -> chord(notes, pitches, start, length, usual + ACCENT);
            case 'o' -> chord(notes, pitches, start, length, usual - ACCENT);
            case 'h' ->
                chord(
                        notes,
                        pitches.subList(Math.min(1, pitches.size() - 1), pitches.size()),
                        start,
                        length,
                        usual - 4);
            case 'b' -> chord(notes, pitches.subList(0, 1), start, length, usual + 4);
            case 'd' -> strum(notes, pitches, start, length, usual, STRUM_BEATS);
            case 'D' -> strum(notes, pitches, start, length, usual + ACCENT, STRUM_BEATS);
            case 'u' -> strum(notes, upStroke(pitches), start, length, usual - ACCENT, STRUM_BEATS);
            default -> chord(notes, List.of(single(pitches, Character.digit(sign, 10))), start, length, usual);
        }
    }

    private List<Integer> voicing(Span span) {
        return voicings.getOrDefault(span, List.of());
    }

    /** What is plucked or pedalled in calm music goes on ringing. */
    private double length(char sign, Span span, double start, double beats) {
        boolean rings = Character.isDigit(sign) || sign == 'b' || sign == 'd' || sign == 'D';
        boolean calm = sketch.brief().genre().number("drive") <= 0.5;
        if (!rings || !calm || !instrumentRings()) {
            return beats * 0.94;
        }
        return Math.max(beats, Math.min(span.end() - start, Math.max(beats, RINGING_BEATS))) * 0.98;
    }

    private boolean instrumentRings() {
        Family family = instrument.family();
        return family == Family.PLUCKED
                || family == Family.MALLET
                || instrument == Instrument.PIANO
                || instrument == Instrument.E_PIANO;
    }

    private static void chord(List<Note> notes, List<Integer> pitches, double start, double length, int velocity) {
        for (int pitch : pitches) {
            notes.add(new Note(start, length, pitch, Math.clamp(velocity, 1, 127)));
        }
    }

    private static void strum(
            List<Note> notes, List<Integer> pitches, double start, double length, int velocity, double gap) {
        for (int i = 0; i < pitches.size(); i++) {
            double delay = Math.min(i * gap, length / 2);
            notes.add(new Note(start + delay, length - delay, pitches.get(i), Math.clamp(velocity - i, 1, 127)));
        }
    }

    private static List<Integer> upStroke(List<Integer> pitches) {
        return pitches.subList(Math.max(0, pitches.size() - UP_STROKE_STRINGS), pitches.size())
                .reversed();
    }

    private int single(List<Integer> pitches, int index) {
        int pitch = pitches.get(index % pitches.size()) + OCTAVE * (index / pitches.size());
        return pitch > instrument.high() + OCTAVE ? pitch - OCTAVE : pitch;
    }
}
