package dev.earworm.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** How many letters have to be added, dropped or changed to make one word of another (Levenshtein). */
final class EditDistance {
    private EditDistance() {}

    /** The word nearest to this one, if it takes at most so many edits; the first of several. */
    static Optional<String> nearest(String word, Collection<String> candidates, int most) {
        return candidates.stream()
                .filter(candidate -> between(word, candidate) <= most)
                .min(Comparator.comparingInt(candidate -> between(word, candidate)));
    }

    static int between(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
