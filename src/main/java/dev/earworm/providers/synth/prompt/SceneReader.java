package dev.earworm.providers.synth.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads styles as they stand in plans, in lists: those of a whole piece, and those of a section with a name. */
public final class SceneReader {
    private static final Set<String> SPARSE = Set.of(
            "sparse",
            "thin",
            "bare",
            "stripped",
            "minimal",
            "minimalist",
            "empty",
            "subtle",
            "restrained",
            "fading",
            "hushed");
    private static final Set<String> FULL = Set.of(
            "full",
            "big",
            "huge",
            "massive",
            "anthemic",
            "climactic",
            "explosive",
            "soaring",
            "layered",
            "rich",
            "dense",
            "lush");
    private static final String LIST = ", ";

    private final PromptReader reader;

    public SceneReader(PromptReader reader) {
        this.reader = reader;
    }

    /** The prompt's words come first, and so count first where only one can be followed. */
    public Wishes whole(String prompt, List<String> styles, List<String> avoided) {
        return reader.read(list(Stream.concat(Stream.of(prompt), styles.stream()), avoided));
    }

    /** A section's name may say more than its place: "Piano intro". */
    public Scene scene(String name, List<String> styles, List<String> avoided) {
        List<String> title =
                Words.of(name).stream().filter(word -> !word.matches("\\p{N}+")).toList();
        String rest = title.stream().filter(word -> !Station.isSpokenOf(word)).collect(Collectors.joining(" "));
        Wishes wishes = reader.read(list(Stream.concat(Stream.of(rest), styles.stream()), avoided));
        return new Scene(String.join(" ", title), Station.named(title), wishes, fullness(styles));
    }

    private static String list(Stream<String> styles, List<String> avoided) {
        return Stream.concat(styles, avoided.stream().map(style -> "no " + style))
                .filter(style -> !style.isBlank())
                .collect(Collectors.joining(LIST));
    }

    private static double fullness(List<String> styles) {
        List<String> words = new ArrayList<>();
        styles.forEach(style -> words.addAll(Words.of(style)));
        long full = words.stream().filter(FULL::contains).count();
        long sparse = words.stream().filter(SPARSE::contains).count();
        return full == sparse ? 0 : full > sparse ? 1 : -1;
    }
}
