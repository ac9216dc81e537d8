package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.prompt.Wishes;
import dev.earworm.providers.synth.score.Note;
import dev.earworm.providers.synth.score.Part;
import dev.earworm.providers.synth.score.Player;
import dev.earworm.providers.synth.score.Role;
import dev.earworm.providers.synth.score.Score;
import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Texture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Composes a piece by rule. The same wishes, length and seed give the same score, note for note.
 *
 * <p>Safe for use by several threads: all that changes belongs to one call.
 */
public final class Composer {
    private static final int ALONE = 1;

    private final Repertoire repertoire = new Repertoire();
    private final Producer producer = new Producer(repertoire);

    /**
     * Composes a piece.
     *
     * @param seed any number; unlike ones make unlike pieces
     * @param length from a second on
     */
    public Score compose(Wishes wishes, Duration length, long seed) {
        Brief brief = producer.brief(wishes, length, new Chance(seed));
        Form form = new FormPlanner(brief).form();
        Harmony harmony = new HarmonyPlanner(brief, form).harmony();
        Sketch sketch = new Sketch(brief, form, harmony);
        Performance performance = new Performance(brief, form);
        List<Part> parts = new Orchestration(sketch)
                .parts().stream().map(performance::play).toList();
        return new Score(title(brief), brief.key(), brief.meter(), form.timeline(), form.end(), length, parts);
    }

    private static String title(Brief brief) {
        return brief.genre().title() + " in " + brief.key();
    }

    /** Writes the parts, one after another, each for the sections in which it plays. */
    private static final class Orchestration {
        private final Sketch sketch;
        private final Ensemble ensemble;
        private final Arrangement arrangement;
        private final Mixer mixer;
        private final Chance chance;
        private final List<Part> parts = new ArrayList<>();

        Orchestration(Sketch sketch) {
            this.sketch = sketch;
            this.ensemble = sketch.brief().ensemble();
            this.arrangement = new Arrangement(sketch.brief());
            this.mixer = new Mixer(sketch);
            this.chance = sketch.brief().chance().fork("patterns");
        }

        List<Part> parts() {
            StepPattern comp = pattern("comp");
            StepPattern arpeggio = ensemble.has(Role.ARPEGGIO) ? pattern("arpeggio") : comp;
            StepPattern bassline = pattern("bassline");
            List<Note> tune = ensemble.at(Role.LEAD).map(this::addLead).orElse(List.of());
            ensemble.at(Role.COUNTER).ifPresent(instrument -> addCounter(instrument, tune));
            ensemble.at(Role.CHORDS).ifPresent(instrument -> addChords(instrument, comp));
            ensemble.at(Role.PAD).ifPresent(this::addPad);
            ensemble.at(Role.ARPEGGIO).ifPresent(instrument -> addArpeggio(instrument, arpeggio));
            ensemble.at(Role.BASS).ifPresent(instrument -> addBass(instrument, bassline));
            ensemble.drummer().ifPresent(this::addDrums);
            ensemble.textures().forEach(this::addTexture);
            return parts;
        }

        private StepPattern pattern(String kind) {
            return chance.pick(
                    sketch.brief().genre().patterns(kind, sketch.form().meter()));
        }

        private List<Note> addLead(Instrument instrument) {
            boolean alone = !ensemble.has(Role.CHORDS);
            MelodyWriter writer = new MelodyWriter(
                    sketch,
                    instrument,
                    alone ? sketch.brief().tune().denser(0.3) : sketch.brief().tune());
            List<Note> notes = new ArrayList<>();
            for (Section section : sectionsOf(Role.LEAD)) {
                notes.addAll(writer.section(section));
            }
            List<Note> tune = List.copyOf(notes);
            notes.addAll(writer.lastNote(lastSection(), notes));
            add(Role.LEAD, instrument, notes);
            return tune;
        }

        private void addCounter(Instrument instrument, List<Note> tune) {
            Counterpoint counterpoint = new Counterpoint(sketch, instrument);
            MelodyWriter soloist =
                    new MelodyWriter(sketch, instrument, sketch.brief().tune());
            List<Note> notes = new ArrayList<>();
            for (Section section : sectionsOf(Role.COUNTER)) {
                boolean solo = arrangement.bridgeSoloist(section);
                notes.addAll(solo ? soloist.section(section) : counterpoint.section(section, tune));
            }
            if (!notes.isEmpty()) {
                notes.addAll(counterpoint.lastChord(lastSection()));
            }
            add(Role.COUNTER, instrument, notes);
        }

        private void addChords(Instrument instrument, StepPattern pattern) {
            int centre = (int) Math.round(60 + 2 * sketch.brief().brightness());
            VoiceLeader leader = leader(instrument, centre, 4);
            if (pattern.isHeld()) {
                addHeld(Role.CHORDS, instrument, new Pad(sketch, leader));
                return;
            }
            Accompaniment part = new Accompaniment(sketch, instrument, pattern, leader, 74);
            List<Note> notes = new ArrayList<>();
            sectionsOf(Role.CHORDS).forEach(section -> notes.addAll(part.section(section)));
            notes.addAll(part.lastChord(lastSection()));
            add(Role.CHORDS, instrument, notes);
        }

        private void addArpeggio(Instrument instrument, StepPattern pattern) {
            VoiceLeader leader = leader(instrument, 67, 4);
            Accompaniment part = new Accompaniment(sketch, instrument, pattern, leader, 72);
            List<Note> notes = new ArrayList<>();
            sectionsOf(Role.ARPEGGIO).forEach(section -> notes.addAll(part.section(section)));
            add(Role.ARPEGGIO, instrument, notes);
        }

        private void addPad(Instrument instrument) {
            addHeld(Role.PAD, instrument, new Pad(sketch, leader(instrument, 61, 4)));
        }

        private void addHeld(Role role, Instrument instrument, Pad pad) {
            add(role, instrument, pad.notes(sectionsOf(role)));
        }

        private void addBass(Instrument instrument, StepPattern pattern) {
            BassLine bass = new BassLine(sketch, instrument, pattern);
            List<Note> notes = new ArrayList<>();
            sectionsOf(Role.BASS).forEach(section -> notes.addAll(bass.section(section)));
            notes.addAll(bass.lastChord(lastSection()));
            add(Role.BASS, instrument, notes);
        }

        private void addDrums(Ensemble.Drummer drummer) {
            DrumPart drums = new DrumPart(sketch, drummer.groove());
            List<Note> notes = new ArrayList<>();
            for (Section section : sketch.form().sections()) {
                notes.addAll(drums.section(section, arrangement.drums(section)));
            }
            notes.addAll(drums.lastChord(lastSection()));
            Player player = new Player.Drummer(drummer.kit());
            parts.add(new Part(Role.DRUMS, player, mixer.mix(Role.DRUMS, Optional.empty()), notes, List.of()));
        }

        private void addTexture(Texture texture) {
            double end = sketch.form().end() + sketch.lastBeats();
            parts.add(new Part(
                    Role.TEXTURE,
                    new Player.Ambience(texture),
                    mixer.mix(Role.TEXTURE, Optional.empty()),
                    List.of(new Note(0, end, 60, 90)),
                    mixer.textureSwells()));
        }

        private void add(Role role, Instrument instrument, List<Note> notes) {
            if (!notes.isEmpty()) {
                Player player = new Player.Soloist(instrument);
                parts.add(new Part(
                        role, player, mixer.mix(role, Optional.of(instrument.family())), notes, mixer.swells()));
            }
        }

        private static VoiceLeader leader(Instrument instrument, int centre, int voices) {
            int low = Math.max(instrument.low(), centre - 9);
            return new VoiceLeader(low, Math.max(low + 12, Math.min(instrument.high(), centre + 10)), voices);
        }

        private List<Section> sectionsOf(Role role) {
            List<Section> sections = sketch.form().sections();
            return sections.size() == ALONE
                    ? sections
                    : sections.stream()
                            .filter(section -> arrangement.plays(role, section))
                            .toList();
        }

        private Section lastSection() {
            return sketch.form().sections().getLast();
        }
    }
}
