package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.prompt.TextTable;
import dev.earworm.providers.synth.prompt.TextTable.Row;
import dev.earworm.providers.synth.score.DrumKit;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Meter;
import dev.earworm.providers.synth.theory.Mode;
import dev.earworm.providers.synth.theory.Texture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The habits of a genre, read from its block of text. Keys that a block leaves out come from {@code [default]}.
 *
 * <ul>
 *   <li>{@code words} of a prompt that mean it; {@code title}, where the name alone will not do;
 *   <li>{@code tempo} a range in beats a minute; {@code feel} straight or swung; {@code meter};
 *   <li>{@code modes} with weights; a row named like a mode holds its progressions in Roman numerals;
 *       {@code cadence major} and {@code cadence minor} lead to the last chord;
 *   <li>{@code lead}, {@code chords}, {@code pad}, {@code counter}, {@code bass}, {@code arp}: instruments to choose
 *       from, or none; {@code groove} and {@code kit} for the drums; {@code texture};
 *   <li>{@code comp}, {@code arpeggio}, {@code bassline}: patterns to choose from, between semicolons; with a 3 behind
 *       the name for triple meters;
 *   <li>{@code tune} what melodies are like, {@code phrases} how their bars repeat (a dot is a silent bar);
 *   <li>{@code fills} toms, soft, snare, machine or none; {@code ending} ring, hit or slow; {@code space}, {@code drive}
 *       and {@code human} from 0 to 1: reverberation, force, and how freely it is played.
 * </ul>
 */
record Genre(TextTable table, TextTable defaults) {
    enum Fills {
        TOMS,
        SOFT,
        SNARE,
        MACHINE,
        NONE
    }

    enum Ending {
        RING,
        HIT,
        SLOW
    }

    String name() {
        return table.name();
    }

    /** As a member reads it at the beginning of a title. */
    String title() {
        String words = name().replace('-', ' ');
        return table.row("title").map(Row::value).orElse(Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    double slowest() {
        return Double.parseDouble(value("tempo").split("-", -1)[0]);
    }

    double fastest() {
        return Double.parseDouble(value("tempo").split("-", -1)[1]);
    }

    Feel feel() {
        return Feel.parse(value("feel"));
    }

    Meter meter() {
        return Meter.titled(value("meter")).orElseThrow();
    }

    /** Each mode as often as its weight says. */
    List<Mode> modes() {
        List<Mode> modes = new ArrayList<>();
        for (String choice : row("modes").values()) {
            int space = choice.lastIndexOf(' ');
            Mode mode = Mode.titled(choice.substring(0, space)).orElseThrow();
            modes.addAll(Collections.nCopies(Integer.parseInt(choice.substring(space + 1)), mode));
        }
        return modes;
    }

    List<Progression> progressions(Mode mode) {
        return row(mode.title()).values().stream().map(Progression::parse).toList();
    }

    Progression cadence(Mode mode) {
        return Progression.parse(value(mode.isMinor() ? "cadence minor" : "cadence major"));
    }

    /** What may play the role; empty when nothing does. */
    List<Instrument> instruments(String role) {
        return table.row(role).or(() -> defaults.row(role)).stream()
                .flatMap(row -> row.values().stream())
                .filter(name -> !name.equals("none"))
                .map(Instrument::titled)
                .toList();
    }

    /** Whether the role may be left out though there are instruments for it. */
    boolean mayOmit(String role) {
        return table.row(role).map(row -> row.values().contains("none")).orElse(false);
    }

    String groove() {
        return value("groove");
    }

    DrumKit kit() {
        return DrumKit.titled(value("kit"));
    }

    Optional<Texture> texture() {
        return table.row("texture").map(row -> Texture.titled(row.value()));
    }

    /** The patterns of {@code comp}, {@code arpeggio} or {@code bassline} for the meter. */
    List<StepPattern> patterns(String kind, Meter meter) {
        Optional<Row> triple =
                meter.isTriple() ? table.row(kind + "3").or(() -> defaults.row(kind + "3")) : Optional.empty();
        String text = triple.orElseGet(() -> row(kind)).value();
        return Arrays.stream(text.split(";", -1)).map(StepPattern::parse).toList();
    }

    TuneStyle tune() {
        return TuneStyle.parse(value("tune"));
    }

    List<String> phrases() {
        return row("phrases").values();
    }

    Fills fills() {
        return Fills.valueOf(value("fills").toUpperCase(java.util.Locale.ROOT));
    }

    Ending ending() {
        return Ending.valueOf(value("ending").toUpperCase(java.util.Locale.ROOT));
    }

    double number(String key) {
        return Double.parseDouble(value(key));
    }

    private String value(String key) {
        return row(key).value();
    }

    private Row row(String key) {
        return table.row(key)
                .or(() -> defaults.row(key))
                .orElseThrow(() -> new IllegalArgumentException(name() + " has no " + key));
    }
}
