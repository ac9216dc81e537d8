package dev.earworm.providers.synth.sound;

import dev.earworm.providers.synth.score.Note;
import dev.earworm.providers.synth.score.Part;
import dev.earworm.providers.synth.score.Player;
import dev.earworm.providers.synth.score.Score;
import dev.earworm.providers.synth.score.Swell;
import dev.earworm.providers.synth.score.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.ShortMessage;

/** Turns a score into MIDI messages with their times. */
final class Sequencer {
    private static final int DRUM_CHANNEL = 9;
    private static final int BANK = 0;
    private static final int VOLUME = 7;
    private static final int PAN = 10;
    private static final int EXPRESSION = 11;
    private static final int REVERB = 91;
    private static final int CHORUS = 93;

    /** Controller value of a part at 0 dB; louder parts have the rest above it. */
    private static final int FULL_VOLUME = 100;

    private static final double SWELL_STEP_BEATS = 0.25;
    private static final double GAP_SECONDS = 0.004;

    /** @param microseconds from the beginning of the audio */
    record Event(long microseconds, int order, ShortMessage message) {}

    private final Timeline timeline;
    private final List<Event> events = new ArrayList<>();
    private int freeChannel;

    private Sequencer(Timeline timeline) {
        this.timeline = timeline;
    }

    /** In the order of time; at the same time controllers first, then ends, then beginnings of notes. */
    static List<Event> events(Score score) {
        Sequencer sequencer = new Sequencer(score.timeline());
        score.parts().forEach(sequencer::addPart);
        sequencer.events.sort(Comparator.comparingLong(Event::microseconds).thenComparingInt(Event::order));
        return sequencer.events;
    }

    private void addPart(Part part) {
        int channel = switch (part.player()) {
            case Player.Soloist soloist ->
                program(nextChannel(), 0, soloist.instrument().program());
            case Player.Drummer drummer ->
                program(DRUM_CHANNEL, 0, drummer.kit().program());
            case Player.Ambience ambience ->
                program(nextChannel(), 1, ambience.texture().program());
        };
        control(0, channel, VOLUME, volume(part.mix().gain()));
        control(0, channel, PAN, 64 + part.mix().pan() * 63);
        control(0, channel, REVERB, part.mix().reverb() * 127);
        control(0, channel, CHORUS, part.mix().chorus() * 127);
        addSwells(part.swells(), channel);
        addNotes(part.notes(), channel);
    }

    private int nextChannel() {
        if (freeChannel == DRUM_CHANNEL) {
            freeChannel++;
        }
        return freeChannel++;
    }

    private int program(int channel, int bank, int program) {
        control(0, channel, BANK, bank);
        add(0, 1, ShortMessage.PROGRAM_CHANGE, channel, program, 0);
        return channel;
    }

    /** Gervill makes loudness from the square of the controller, so 40 dB lie in a factor of ten. */
    private static double volume(double decibels) {
        return FULL_VOLUME * StrictMath.pow(10, decibels / 40);
    }

    private void addSwells(List<Swell> swells, int channel) {
        for (int i = 0; i + 1 < swells.size(); i++) {
            Swell from = swells.get(i);
            Swell to = swells.get(i + 1);
            int last = -1;
            for (double beat = from.beat(); beat < to.beat(); beat += SWELL_STEP_BEATS) {
                double share = (beat - from.beat()) / (to.beat() - from.beat());
                int value = (int) Math.round(127 * (from.level() + (to.level() - from.level()) * share));
                if (value != last) {
                    control(microseconds(beat), channel, EXPRESSION, value);
                    last = value;
                }
            }
        }
    }

    /** A key that is struck again while it is down is lifted shortly before. */
    private void addNotes(List<Note> notes, int channel) {
        Map<Integer, Long> nextStart = new HashMap<>();
        for (Note note : notes.reversed()) {
            long start = microseconds(note.start());
            long limit = nextStart.getOrDefault(note.pitch(), Long.MAX_VALUE) - (long) (GAP_SECONDS * 1e6);
            long end = Math.max(start + 1000, Math.min(microseconds(note.end()), limit));
            nextStart.put(note.pitch(), start);
            add(start, 3, ShortMessage.NOTE_ON, channel, note.pitch(), note.velocity());
            add(end, 2, ShortMessage.NOTE_OFF, channel, note.pitch(), 0);
        }
    }

    private long microseconds(double beat) {
        return (long) (timeline.secondsAt(beat) * 1e6);
    }

    private void control(long microseconds, int channel, int controller, double value) {
        add(microseconds, 0, ShortMessage.CONTROL_CHANGE, channel, controller, Math.clamp(Math.round(value), 0, 127));
    }

    private void add(long microseconds, int order, int command, int channel, int first, int second) {
        try {
            events.add(new Event(microseconds, order, new ShortMessage(command, channel, first, second)));
        } catch (InvalidMidiDataException e) {
            throw new IllegalStateException("a score that MIDI cannot say", e);
        }
    }
}
