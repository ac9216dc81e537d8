package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Outline.Passage;
import dev.earworm.providers.synth.compose.Section.Dynamics;
import dev.earworm.providers.synth.compose.Section.Kind;
import dev.earworm.providers.synth.compose.Section.Theme;
import dev.earworm.providers.synth.prompt.Mood;
import dev.earworm.providers.synth.prompt.Scene;
import dev.earworm.providers.synth.prompt.Station;
import dev.earworm.providers.synth.score.Timeline;
import dev.earworm.providers.synth.score.Timeline.Stretch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits whole bars into each section of an outline, which lasts exactly as long as it says.
 *
 * <p>One tempo that suits all sections is looked for, near the wanted one (and at it, if it was asked for); what is left
 * over, each section makes up by being a little faster or slower than the others.
 */
final class OutlinePlanner {
    private static final double FARTHEST = 0.14;
    private static final int CANDIDATES = 57;

    /** How much a bar too many for its phrase is worth, in what the tempo must bend. */
    private static final double SQUARENESS = 0.04;

    private static final int PHRASE = 4;

    private final Brief brief;
    private final Outline outline;
    private final SceneCasting casting;
    private final Closing closing;

    OutlinePlanner(Brief brief, Outline outline, SceneCasting casting) {
        this.brief = brief;
        this.outline = outline;
        this.casting = casting;
        this.closing = new Closing(brief.genre().ending());
    }

    Form form() {
        List<Integer> bars = bars();
        int count = bars.stream().mapToInt(Integer::intValue).sum();
        return new Form(sections(bars), count, brief.meter(), timeline(bars, count));
    }

    private List<Integer> bars() {
        double wanted = brief.meter().beats() * 60 / brief.tempo();
        if (brief.tempoIsAsked()) {
            return bars(wanted);
        }
        List<Integer> best = bars(wanted);
        double least = Double.MAX_VALUE;
        for (int i = 0; i < CANDIDATES; i++) {
            double bend = FARTHEST * (2.0 * i / (CANDIDATES - 1) - 1);
            List<Integer> bars = bars(wanted * (1 + bend));
            double cost = cost(bars, wanted * (1 + bend)) + StrictMath.abs(bend);
            if (cost < least) {
                least = cost;
                best = bars;
            }
        }
        return best;
    }

    private List<Integer> bars(double barSeconds) {
        List<Integer> bars = new ArrayList<>();
        for (int i = 0; i < outline.passages().size(); i++) {
            bars.add((int) Math.max(1, Math.round(room(i, barSeconds) / barSeconds - slowing(i))));
        }
        return bars;
    }

    /** How far the sections are from one tempo, and from bars in fours. */
    private double cost(List<Integer> bars, double barSeconds) {
        double cost = 0;
        for (int i = 0; i < bars.size(); i++) {
            double bend =
                    StrictMath.abs(StrictMath.log(room(i, barSeconds) / ((bars.get(i) + slowing(i)) * barSeconds)));
            cost += 4 * bend + (bars.get(i) % PHRASE == 0 ? 0 : SQUARENESS);
        }
        return cost / bars.size();
    }

    /** Seconds that a section has for its bars: the first one begins with silence, the last one ends with a chord. */
    private double room(int index, double barSeconds) {
        double seconds = outline.passages().get(index).seconds();
        double silence = index == 0 ? Closing.START : 0;
        return seconds - silence - (isLast(index) ? closing.ring(barSeconds, seconds) : 0);
    }

    /** How many bars' time the end of a section takes beside its bars. */
    private double slowing(int index) {
        return isLast(index) ? closing.slowing() : 0;
    }

    private boolean isLast(int index) {
        return index == outline.passages().size() - 1;
    }

    private Timeline timeline(List<Integer> bars, int count) {
        double barBeats = brief.meter().beats();
        double wanted = barBeats * 60 / brief.tempo();
        List<Stretch> stretches = new ArrayList<>();
        int bar = 0;
        for (int i = 0; i < bars.size(); i++) {
            stretches.add(new Stretch(bar * barBeats, room(i, wanted) / ((bars.get(i) + slowing(i)) * barBeats)));
            bar += bars.get(i);
        }
        double end = count * barBeats;
        return new Timeline(Closing.START, stretches, end - barBeats, end, closing.broadening(count));
    }

    private List<Section> sections(List<Integer> bars) {
        List<Section> sections = new ArrayList<>();
        Map<Theme, Integer> seen = new EnumMap<>(Theme.class);
        Map<String, Theme> unplaced = new HashMap<>();
        int bar = 0;
        for (int i = 0; i < bars.size(); i++) {
            Passage passage = outline.passages().get(i);
            Theme theme = theme(passage.scene(), unplaced);
            int occurrence = seen.merge(theme, 1, Integer::sum) - 1;
            sections.add(section(passage.scene(), theme, occurrence, bar, bars.get(i)));
            bar += bars.get(i);
        }
        return sections;
    }

    private Section section(Scene scene, Theme theme, int occurrence, int bar, int bars) {
        Station station = scene.station().orElse(Station.VERSE);
        Dynamics dynamics = station == Station.OUTRO ? Dynamics.FADING : Dynamics.STEADY;
        return new Section(
                kind(station),
                theme,
                occurrence,
                bar,
                bars,
                intensity(scene, station, occurrence),
                dynamics,
                casting.lineup(scene));
    }

    private double intensity(Scene scene, Station station, int occurrence) {
        double mood = scene.wishes().moods().stream()
                .mapToDouble(Mood::energy)
                .average()
                .orElse(0);
        double lift = 0.25 * (brief.energy() - 0.5) + 0.03 * Math.min(occurrence, 3);
        return Math.clamp(base(station) + lift + 0.2 * mood + 0.15 * scene.fullness(), 0, 1);
    }

    private static double base(Station station) {
        return switch (station) {
            case INTRO -> 0.4;
            case VERSE -> 0.56;
            case BUILD_UP -> 0.68;
            case CHORUS -> 0.86;
            case BRIDGE -> 0.48;
            case BREAK -> 0.36;
            case OUTRO -> 0.34;
        };
    }

    private static Kind kind(Station station) {
        return switch (station) {
            case INTRO -> Kind.INTRO;
            case VERSE, BUILD_UP -> Kind.VERSE;
            case CHORUS -> Kind.CHORUS;
            case BRIDGE, BREAK -> Kind.BRIDGE;
            case OUTRO -> Kind.OUTRO;
        };
    }

    /** Sections whose names tell no place get a theme for each name, in turns. */
    private static Theme theme(Scene scene, Map<String, Theme> unplaced) {
        if (scene.station().isEmpty()) {
            Theme next = Theme.values()[unplaced.size() % Theme.values().length];
            return unplaced.computeIfAbsent(scene.name(), _ -> next);
        }
        return switch (scene.station().get()) {
            case INTRO, VERSE, BUILD_UP, OUTRO -> Theme.A;
            case CHORUS -> Theme.B;
            case BRIDGE, BREAK -> Theme.C;
        };
    }
}
