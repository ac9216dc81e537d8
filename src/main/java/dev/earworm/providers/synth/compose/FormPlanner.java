package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Section.Dynamics;
import dev.earworm.providers.synth.compose.Section.Kind;
import dev.earworm.providers.synth.compose.Section.Theme;
import dev.earworm.providers.synth.score.Timeline;
import dev.earworm.providers.synth.score.Timeline.Stretch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fits whole bars into the asked length and groups them into sections.
 *
 * <p>Music moves in fours, so a number of bars that four divides is worth some bending of the tempo; a tempo that was
 * asked for is kept, and the last chord rings a little longer instead.
 */
final class FormPlanner {
    private static final int PHRASE = 4;

    private final Brief brief;
    private final Closing closing;

    FormPlanner(Brief brief) {
        this.brief = brief;
        this.closing = new Closing(brief.genre().ending());
    }

    Form form() {
        double barBeats = brief.meter().beats();
        double barSeconds = barBeats * 60 / brief.tempo();
        double room = brief.seconds() - Closing.START;
        double slowing = barSeconds * closing.slowing();
        int bars;
        double beatSeconds;
        if (brief.tempoIsAsked()) {
            bars = Math.max(1, (int) ((room - Closing.SHORTEST_RING) / barSeconds - slowing / barSeconds));
            beatSeconds = Math.min(60 / brief.tempo(), (room - Closing.SHORTEST_RING / 2) / (bars * barBeats));
        } else {
            double filled = room - closing.ring(barSeconds, brief.seconds());
            bars = bestBars((filled - slowing) / barSeconds);
            beatSeconds = (filled - slowing) / (bars * barBeats);
        }
        return new Form(sections(bars), bars, brief.meter(), timeline(bars, beatSeconds));
    }

    private Timeline timeline(int bars, double beatSeconds) {
        double end = bars * brief.meter().beats();
        return new Timeline(
                Closing.START,
                List.of(new Stretch(0, beatSeconds)),
                end - brief.meter().beats(),
                end,
                closing.broadening(bars));
    }

    /** The number of bars that costs the least: distance from the wanted tempo against squareness. */
    private static int bestBars(double wanted) {
        int best = 1;
        double least = Double.MAX_VALUE;
        for (int bars = Math.max(1, (int) (wanted * 0.8)); bars <= wanted * 1.25 + 1; bars++) {
            double cost = StrictMath.abs(StrictMath.log(bars / wanted)) * 8 + awkwardness(bars);
            if (cost < least) {
                least = cost;
                best = bars;
            }
        }
        return best;
    }

    private static double awkwardness(int bars) {
        if (bars % PHRASE == 0) {
            return 0;
        }
        return bars % 2 == 0 ? 0.2 : 1.3;
    }

    private List<Section> sections(int bars) {
        int phrases = Math.max(1, bars / PHRASE);
        int rest = bars - phrases * PHRASE;
        String plan = plan(phrases);
        List<Section> sections = new ArrayList<>();
        Map<Theme, Integer> seen = new EnumMap<>(Theme.class);
        int bar = 0;
        if (rest > 0 && !plan.startsWith("i")) {
            bar = add(sections, seen, 'i', bar, rest);
            rest = 0;
        }
        for (int i = 0; i < plan.length(); ) {
            char letter = plan.charAt(i);
            int same = 1;
            while (i + same < plan.length() && same < 2 && plan.charAt(i + same) == letter) {
                same++;
            }
            int extra = i == 0 ? rest : 0;
            bar = add(sections, seen, letter, bar, same * PHRASE + extra);
            i += same;
        }
        return sections;
    }

    /** A letter for each phrase of four bars: i intro, A verse, B chorus, C bridge, o outro. */
    private static String plan(int phrases) {
        return switch (phrases) {
            case 1 -> "A";
            case 2 -> "AB";
            case 3 -> "ABA";
            case 4 -> "AABA";
            case 5 -> "AABBA";
            case 6 -> "iAABBA";
            case 7 -> "iAABBAo";
            case 8 -> "iAABBABo";
            case 9 -> "iAABBCABo";
            case 10 -> "iAABBCABBo";
            case 11 -> "iAABBACABBo";
            default -> longPlan(phrases);
        };
    }

    /** Verses and choruses take turns, and a bridge comes before the last ones. */
    private static String longPlan(int phrases) {
        StringBuilder plan = new StringBuilder("i");
        String ending = "CCAABBo";
        while (plan.length() + 4 + ending.length() <= phrases) {
            plan.append("AABB");
            if (plan.length() % 3 == 0 && plan.length() + 4 + 2 + ending.length() <= phrases) {
                plan.append("CC");
            }
        }
        String middle = "AAB".substring(0, Math.min(3, phrases - plan.length() - ending.length()));
        return plan.append(middle).append(ending).toString();
    }

    private int add(List<Section> sections, Map<Theme, Integer> seen, char letter, int bar, int bars) {
        Kind kind = kind(letter);
        Theme theme = theme(letter);
        int occurrence = kind == Kind.INTRO || kind == Kind.OUTRO ? 0 : seen.merge(theme, 1, Integer::sum) - 1;
        double lift = 0.25 * (brief.energy() - 0.5) + 0.06 * occurrence;
        double intensity = Math.clamp(base(kind) + lift, 0, 1);
        Lineup everybody = Lineup.of(brief.ensemble());
        sections.add(new Section(kind, theme, occurrence, bar, bars, intensity, Dynamics.STEADY, everybody));
        return bar + bars;
    }

    private static double base(Kind kind) {
        return switch (kind) {
            case INTRO -> 0.42;
            case VERSE -> 0.58;
            case CHORUS -> 0.84;
            case BRIDGE -> 0.42;
            case OUTRO -> 0.38;
        };
    }

    private static Kind kind(char letter) {
        return switch (letter) {
            case 'i' -> Kind.INTRO;
            case 'B' -> Kind.CHORUS;
            case 'C' -> Kind.BRIDGE;
            case 'o' -> Kind.OUTRO;
            default -> Kind.VERSE;
        };
    }

    private static Theme theme(char letter) {
        return switch (letter) {
            case 'B' -> Theme.B;
            case 'C' -> Theme.C;
            default -> Theme.A;
        };
    }
}
