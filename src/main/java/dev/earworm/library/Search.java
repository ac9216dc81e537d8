package dev.earworm.library;

import dev.earworm.music.ModelId;
import dev.earworm.music.Providers;
import java.util.Arrays;
import java.util.List;

/** Which songs are sought: those that have every word somewhere, in any order, as a part of another word or as a whole. */
public record Search(List<Word> words) {
    /** All songs. */
    public static final Search ALL = new Search(List.of());

    private static final int WORDS_HEARD = 8;

    /**
     * One word.
     *
     * @param folded as {@link SearchText} has words
     * @param models whose titles have it
     */
    public record Word(String folded, List<ModelId> models) {
        public Word {
            models = List.copyOf(models);
        }
    }

    public Search {
        words = List.copyOf(words);
    }

    /** What a member typed; words after the eighth do not count. */
    public static Search of(String typed, Providers providers) {
        return new Search(Arrays.stream(FoldedText.of(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_HEARD)
                .map(word -> new Word(word, titled(word, providers)))
                .toList());
    }

    private static List<ModelId> titled(String word, Providers providers) {
        return providers.models().stream()
                .filter(model -> FoldedText.of(model.title()).contains(word))
                .map(model -> model.id())
                .toList();
    }
}
