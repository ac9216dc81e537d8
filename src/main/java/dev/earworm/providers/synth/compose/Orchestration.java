package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.score.Note;
import dev.earworm.providers.synth.score.Part;
import dev.earworm.providers.synth.score.Player;
import dev.earworm.providers.synth.score.Role;
import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Texture;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the parts, one after another, each for the sections in which it plays. */
final class Orchestration {
    private static final int ALONE = 1;

    private final Sketch sketch;
    private final Arrangement arrangement;
    private final Mixer mixer;
    private final Chance chance;
    private final List<Part> parts = new ArrayList<>();

    Orchestration(Sketch sketch) {
        this.sketch = sketch;
        this.arrangement = new Arrangement(sketch.brief());
        this.mixer = new Mixer(sketch);
        this.chance = sketch.brief().chance().fork("patterns");
    }

    List<Part> parts() {
        StepPattern comp = pattern("comp");
        StepPattern arpeggio = players(Role.ARPEGGIO).isEmpty() ? comp : pattern("arpeggio");
        StepPattern bassline = pattern("bassline");
        List<Note> tune = new ArrayList<>();
        players(Role.LEAD).forEach(instrument -> tune.addAll(addLead(instrument)));
        players(Role.COUNTER).forEach(instrument -> addCounter(instrument, tune));
        players(Role.CHORDS).forEach(instrument -> addChords(instrument, comp));
        players(Role.PAD).forEach(this::addPad);
        players(Role.ARPEGGIO).forEach(instrument -> addArpeggio(instrument, arpeggio));
        players(Role.BASS).forEach(instrument -> addBass(instrument, bassline));
        drummer().ifPresent(this::addDrums);
        sketch.brief().ensemble().textures().forEach(this::addTexture);
        return parts;
    }

    /** Who has the role, be it for a section only; in the order in which they come on stage. */
    private Set<Instrument> players(Role role) {
        Set<Instrument> players = new LinkedHashSet<>();
        lineups().forEach(lineup -> lineup.ensemble().at(role).ifPresent(players::add));
        return players;
    }

    /** All drums are on one channel, so there is one drummer for all sections. */
    private Optional<Ensemble.Drummer> drummer() {
        return lineups().flatMap(lineup -> lineup.ensemble().drummer().stream()).findFirst();
    }

    private Stream<Lineup> lineups() {
        return sketch.form().sections().stream().map(Section::lineup);
    }

    private StepPattern pattern(String kind) {
        return chance.pick(sketch.brief().genre().patterns(kind, sketch.form().meter()));
    }

    private List<Note> addLead(Instrument instrument) {
        boolean alone = !sketch.brief().ensemble().has(Role.CHORDS);
        MelodyWriter writer = new MelodyWriter(
                sketch,
                instrument,
                alone ? sketch.brief().tune().denser(0.3) : sketch.brief().tune());
        List<Note> notes = new ArrayList<>();
        for (Section section : sectionsOf(Role.LEAD, instrument)) {
            notes.addAll(writer.section(section));
        }
        List<Note> tune = List.copyOf(notes);
        if (closes(Role.LEAD, instrument)) {
            notes.addAll(writer.lastNote(lastSection(), notes));
        }
        add(Role.LEAD, instrument, notes);
        return tune;
    }

    private void addCounter(Instrument instrument, List<Note> tune) {
        Counterpoint counterpoint = new Counterpoint(sketch, instrument);
        MelodyWriter soloist =
                new MelodyWriter(sketch, instrument, sketch.brief().tune());
        List<Note> notes = new ArrayList<>();
        for (Section section : sectionsOf(Role.COUNTER, instrument)) {
            boolean solo = arrangement.bridgeSoloist(section);
            notes.addAll(solo ? soloist.section(section) : counterpoint.section(section, tune));
        }
        if (!notes.isEmpty() && closes(Role.COUNTER, instrument)) {
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
        sectionsOf(Role.CHORDS, instrument).forEach(section -> notes.addAll(part.section(section)));
        if (closes(Role.CHORDS, instrument)) {
            notes.addAll(part.lastChord(lastSection()));
        }
        add(Role.CHORDS, instrument, notes);
    }

    private void addArpeggio(Instrument instrument, StepPattern pattern) {
        VoiceLeader leader = leader(instrument, 67, 4);
        Accompaniment part = new Accompaniment(sketch, instrument, pattern, leader, 72);
        List<Note> notes = new ArrayList<>();
        sectionsOf(Role.ARPEGGIO, instrument).forEach(section -> notes.addAll(part.section(section)));
        add(Role.ARPEGGIO, instrument, notes);
    }

    private void addPad(Instrument instrument) {
        addHeld(Role.PAD, instrument, new Pad(sketch, leader(instrument, 61, 4)));
    }

    private void addHeld(Role role, Instrument instrument, Pad pad) {
        List<Note> notes = pad.notes(sectionsOf(role, instrument));
        add(role, instrument, closes(role, instrument) ? pad.withLastChord(notes) : notes);
    }

    private void addBass(Instrument instrument, StepPattern pattern) {
        BassLine bass = new BassLine(sketch, instrument, pattern);
        List<Note> notes = new ArrayList<>();
        sectionsOf(Role.BASS, instrument).forEach(section -> notes.addAll(bass.section(section)));
        if (closes(Role.BASS, instrument)) {
            notes.addAll(bass.lastChord(lastSection()));
        }
        add(Role.BASS, instrument, notes);
    }

    private void addDrums(Ensemble.Drummer drummer) {
        DrumPart drums = new DrumPart(sketch, drummer.groove());
        List<Note> notes = new ArrayList<>();
        for (Section section : sketch.form().sections()) {
            notes.addAll(drums.section(section, arrangement.drums(section)));
        }
        if (lastSection().lineup().ensemble().drummer().isPresent()) {
            notes.addAll(drums.lastChord(lastSection()));
        }
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
            parts.add(new Part(role, player, mixer.mix(role, Optional.of(instrument.family())), notes, mixer.swells()));
        }
    }

    private static VoiceLeader leader(Instrument instrument, int centre, int voices) {
        int low = Math.max(instrument.low(), centre - 9);
        return new VoiceLeader(low, Math.max(low + 12, Math.min(instrument.high(), centre + 10)), voices);
    }

    private List<Section> sectionsOf(Role role, Instrument instrument) {
        List<Section> sections = sketch.form().sections();
        return sections.stream()
                .filter(section -> has(section, role, instrument))
                .filter(section -> sections.size() == ALONE || arrangement.plays(role, section))
                .toList();
    }

    /** Whether the last chord is for this player, too. */
    private boolean closes(Role role, Instrument instrument) {
        return has(lastSection(), role, instrument);
    }

    private static boolean has(Section section, Role role, Instrument instrument) {
        return section.lineup().ensemble().at(role).filter(instrument::equals).isPresent();
    }

    private Section lastSection() {
        return sketch.form().sections().getLast();
    }
}
