package dev.earworm.config;

import dev.earworm.config.SettingsFile.Read;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One walk through a YAML tree, which tells known keys from all others.
 *
 * <p>Nested ({@code discord:} above {@code token:}) and flat ({@code discord.token:}) mean the same. Values stay the text
 * that was written: YAML would make 8080 of {@code 0x1F90} and {@code true} of {@code yes}.
 */
final class WrittenKeys {
    /** Our keys have two parts; an alias inside of itself would go on for ever. */
    private static final int DEEPEST = 4;

    private static final List<String> PATHS =
            Arrays.stream(Key.values()).map(Key::path).toList();

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    Read walk(MappingNode root) {
        walk("", root, 1);
        return new Read(Map.copyOf(values), List.copyOf(mistakes));
    }

    private void walk(String above, MappingNode mapping, int depth) {
        for (NodeTuple entry : mapping.getValue()) {
            String path = above + name(entry.getKeyNode());
            boolean isSection =
                    entry.getValueNode() instanceof MappingNode && Key.at(path).isEmpty();
            if (isSection && depth < DEEPEST && LaterKey.at(path).isEmpty()) {
                walk(path + ".", (MappingNode) entry.getValueNode(), depth + 1);
            } else if (!isEmptySection(path, entry.getValueNode())) {
                judge(path, entry);
            }
        }
    }

    private static String name(Node key) {
        return key instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    /** A section whose keys are all comments. */
    private static boolean isEmptySection(String path, Node value) {
        return value.getTag().equals(Tag.NULL) && PATHS.stream().anyMatch(known -> known.startsWith(path + "."));
    }

    private void judge(String path, NodeTuple entry) {
        Optional<Key> key = Key.at(path);
        if (key.isEmpty()) {
            mistakes.add(LaterKey.at(path)
                    .map(later -> Mistake.notYet(later.toString()))
                    .orElseGet(() -> unknown(path)));
        } else if (entry.getValueNode() instanceof ScalarNode scalar) {
            take(key.get(), scalar);
        } else {
            mistakes.add(new Mistake(key.get() + " is a list or a section; allowed is one value."));
        }
    }

    private void take(Key key, ScalarNode scalar) {
        int line = scalar.getStartMark().getLine() + 1;
        Integer earlier = lines.putIfAbsent(key.path(), line);
        if (earlier == null) {
            values.put(key.path(), scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue());
        } else {
            mistakes.add(new Mistake(key + " is written twice, on lines " + earlier + " and " + line + "."));
        }
    }

    private static Mistake unknown(String path) {
        int most = Math.max(2, path.length() / 3);
        String name = Quoted.plain(path);
        return EditDistance.nearest(path.toLowerCase(Locale.ROOT), PATHS, most)
                .map(known -> new Mistake(name + ": did you mean " + known + "?"))
                .orElseGet(() -> new Mistake(name + ": there is no such key."));
    }
}
