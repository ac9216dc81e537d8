package dev.earworm.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the environment says to us.
 *
 * <p>It is shared with other programs, so a variable that we do not know is nobody's mistake; one that differs in a letter
 * or two from ours, while ours is not set, is worth a warning.
 *
 * @param values our variables that are not blank
 * @param warnings variables that look like ours
 */
record OurVariables(Map<String, String> values, List<String> warnings) {
    /** Short names are near to many: HTTP_HOST is two letters from HTTP_PORT. */
    private static final int LONG_NAME = 12;

    static OurVariables in(Map<String, String> environment) {
        Map<String, String> set = new TreeMap<>(environment);
        set.values().removeIf(String::isBlank);
        List<String> known = Arrays.stream(Key.values()).map(Key::environment).toList();
        Map<String, String> ours = new TreeMap<>(set);
        ours.keySet().retainAll(known);
        return new OurVariables(Map.copyOf(ours), warnings(set, known));
    }

    /** The same, as if there were no others than these. */
    OurVariables only(Set<Key> keys) {
        Map<String, String> left = new TreeMap<>(values);
        left.keySet().retainAll(keys.stream().map(Key::environment).toList());
        return new OurVariables(Map.copyOf(left), warnings);
    }

    private static List<String> warnings(Map<String, String> set, List<String> known) {
        List<String> open =
                known.stream().filter(name -> !set.containsKey(name)).toList();
        return set.keySet().stream()
                .filter(name -> !known.contains(name))
                .flatMap(name -> nearest(name, open).stream()
                        .map(near -> Quoted.plain(name) + " is set and has no effect; did you mean " + near + "?"))
                .toList();
    }

    private static Optional<String> nearest(String name, List<String> open) {
        return EditDistance.nearest(name, open, name.length() < LONG_NAME ? 1 : 2);
    }
}
