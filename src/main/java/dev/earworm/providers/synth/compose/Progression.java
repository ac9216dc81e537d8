package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.theory.Numeral;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A row of chords that goes round: each bar has one numeral or, evenly divided, several. */
record Progression(List<List<Numeral>> bars) {
    Progression {
        bars = List.copyOf(bars);
    }

    /** Bars are divided by spaces, chords inside a bar by commas; {@code %} repeats the bar before. */
    static Progression parse(String text) {
        List<List<Numeral>> bars = new ArrayList<>();
        for (String bar : text.strip().split(" +", -1)) {
            bars.add(bar.equals("%") ? bars.getLast() : numerals(bar));
        }
        return new Progression(bars);
    }

    private static List<Numeral> numerals(String bar) {
        return Arrays.stream(bar.split(",", -1)).map(Numeral::parse).toList();
    }

    List<Numeral> bar(int index) {
        return bars.get(index % bars.size());
    }

    /** The same chords from another place on; for a section that needs a new view of known things. */
    Progression startingAt(int bar) {
        List<List<Numeral>> turned = new ArrayList<>(bars);
        Collections.rotate(turned, -bar);
        return new Progression(turned);
    }
}
