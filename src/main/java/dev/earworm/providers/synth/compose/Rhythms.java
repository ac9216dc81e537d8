package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the rhythm of a bar of melody out of small cells, busier or calmer as the style asks. */
final class Rhythms {
    /** @param rests whether it is silence */
    record Value(int start, int steps, boolean rests) {}

    /** Cells for a group of so many sixteenths, from calm to busy; r rests, s marks a syncopated cell. */
    private static final Map<Integer, List<List<String>>> CELLS = Map.of(
            6,
            List.of(
                    List.of("6", "r2 4"),
                    List.of("6", "4 2", "2 4"),
                    List.of("4 2", "2 2 2", "s 3 3"),
                    List.of("2 2 2", "2 1 1 2", "1 1 2 2")),
            8,
            List.of(
                    List.of("8", "8", "r4 4", "6 2"),
                    List.of("4 4", "6 2", "4 2 2", "r2 2 4", "s 3 5", "s 2 6"),
                    List.of("4 2 2", "2 2 4", "2 2 2 2", "r2 2 2 2", "s 3 3 2", "s 2 4 2", "s r2 4 2", "s 1 3 4"),
                    List.of("2 2 2 2", "2 1 1 2 2", "2 2 1 1 2", "4 1 1 2", "1 1 2 2 2", "s 3 1 2 2", "s 3 3 2")),
            12,
            List.of(
                    List.of("12", "8 4", "r4 8", "10 2"),
                    List.of("8 4", "4 4 4", "6 2 4", "4 8", "s 6 6"),
                    List.of("4 4 2 2", "4 2 2 4", "6 2 2 2", "2 2 4 4", "s 3 3 6", "s 2 4 6"),
                    List.of("2 2 2 2 2 2", "4 2 2 2 2", "2 1 1 4 2 2", "2 2 2 4 2", "s 3 3 2 4")));

    /** Six-eight counts in two dotted quarters, so its groups are halves of the bar. */
    private static final int DOTTED_QUARTER = 6;

    private Rhythms() {}

    static List<Value> bar(Meter meter, TuneStyle style, Chance chance) {
        List<Integer> groups = meter == Meter.SIX_EIGHT ? List.of(DOTTED_QUARTER, DOTTED_QUARTER) : meter.groups();
        List<Value> values = new ArrayList<>();
        int start = 0;
        for (int group : groups) {
            addCell(values, start, cell(group, style, chance));
            start += group;
        }
        return values;
    }

    private static String cell(int group, TuneStyle style, Chance chance) {
        List<List<String>> levels = CELLS.getOrDefault(group, List.of());
        double level = style.density() * levels.size() + chance.around(0.7) - 0.2;
        List<String> cells = levels.get(Math.clamp((int) level, 0, levels.size() - 1));
        boolean offBeat = chance.hits(style.syncopation());
        List<String> fitting =
                cells.stream().filter(cell -> cell.startsWith("s ") == offBeat).toList();
        return chance.pick(fitting.isEmpty() ? cells : fitting);
    }

    private static void addCell(List<Value> values, int start, String cell) {
        int position = start;
        for (String part : cell.replace("s ", "").split(" ", -1)) {
            boolean rests = part.startsWith("r");
            int steps = Integer.parseInt(rests ? part.substring(1) : part);
            values.add(new Value(position, steps, rests));
            position += steps;
        }
    }
}
