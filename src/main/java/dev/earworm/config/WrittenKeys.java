package dev.earworm.config;

import dev.earworm.config.SettingsFile.Read;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One walk through a YAML tree, which tells known keys from all others.
 *
 * <p>Nested ({@code discord:} above {@code token:}) and flat ({@code discord.token:}) mean the same. Values stay the text
 * that was written: YAML would make 8080 of {@code 0x1F90} and {@code true} of {@code yes}. A list becomes one text, with
 * commas, as it is written in the environment.
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
            if (isSection && depth < DEEPEST) {
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
            mistakes.add(unknown(path));
        } else {
            take(key.get(), entry.getValueNode());
        }
    }

    private void take(Key key, Node value) {
        Optional<String> text = text(key, value);
        if (text.isEmpty()) {
            mistakes.add(new Mistake(key + misplaced(key)));
            return;
        }
        int line = value.getStartMark().getLine() + 1;
        Integer earlier = lines.putIfAbsent(key.path(), line);
        if (earlier == null) {
            values.put(key.path(), text.get());
        } else {
            mistakes.add(new Mistake(key + " is written twice, on lines " + earlier + " and " + line + "."));
        }
    }

    /** Empty where something else is written than this key takes. */
    private static Optional<String> text(Key key, Node value) {
        return switch (value) {
            case ScalarNode scalar -> Optional.of(text(scalar));
            case SequenceNode list when key.isList() -> text(list);
            default -> Optional.empty();
        };
    }

    /** With commas between the entries, as in the environment. */
    private static Optional<String> text(SequenceNode list) {
        boolean isFlat = list.getValue().stream().allMatch(ScalarNode.class::isInstance);
        return isFlat
                ? Optional.of(list.getValue().stream()
                        .map(entry -> text((ScalarNode) entry))
                        .collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    private static String text(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
    }

    private static String misplaced(Key key) {
        return key.isList()
                ? " is a section or has one inside; allowed is a list of values."
                : " is a list or a section; allowed is one value.";
    }

    private static Mistake unknown(String path) {
        int most = Math.max(2, path.length() / 3);
        String name = Quoted.plain(path);
        return EditDistance.nearest(path.toLowerCase(Locale.ROOT), PATHS, most)
                .map(known -> new Mistake(name + ": did you mean " + known + "?"))
                .orElseGet(() -> new Mistake(name + ": there is no such key."));
    }
}
