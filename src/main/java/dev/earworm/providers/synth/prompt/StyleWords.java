package dev.earworm.providers.synth.prompt;

import dev.earworm.providers.synth.prompt.TextTable.Row;
import dev.earworm.providers.synth.prompt.Wishes.Company;
import dev.earworm.providers.synth.prompt.Wishes.Drums;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Key;
import dev.earworm.providers.synth.theory.Texture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says wishes in English, in words that {@link PromptReader} reads as the same wishes: of everything that the lexicon
 * knows, the first phrase.
 */
public final class StyleWords {
    private static final String DRUMS = "drums";
    private static final String ALONE = "solo ";

    private final List<TextTable> words = TextTable.read("words.txt");
    private final List<TextTable> genres = PromptReader.GENRE_FILES.stream()
            .flatMap(file -> TextTable.read(file).stream())
            .toList();

    /** What is wanted, the genre first. */
    public List<String> styles(Wishes wishes) {
        List<String> styles = new ArrayList<>();
        wishes.genres().forEach(genre -> styles.add(genre(genre)));
        wishes.moods().forEach(mood -> styles.add(phrase("moods", mood.name())));
        wishes.pace().ifPresent(pace -> styles.add(phrase("tempo", pace.name())));
        wishes.beatsPerMinute().ifPresent(tempo -> styles.add(tempo(tempo)));
        addKey(wishes, styles);
        wishes.meter().ifPresent(meter -> styles.add(meter.title()));
        styles.addAll(players(wishes));
        wishes.textures().forEach(texture -> styles.add(texture(texture)));
        return List.copyOf(styles);
    }

    /** What is not wanted. */
    public List<String> avoided(Wishes wishes) {
        List<String> avoided = new ArrayList<>();
        if (wishes.drums() == Drums.UNWANTED) {
            avoided.add(DRUMS);
        }
        wishes.unwanted().forEach(instrument -> avoided.add(instrument(instrument)));
        wishes.unwantedTextures().forEach(texture -> avoided.add(texture(texture)));
        return List.copyOf(avoided);
    }

    /** @param name as the files of genres have it */
    public String genre(String name) {
        return genres.stream()
                .filter(table -> table.name().equals(name))
                .flatMap(table -> table.row("words").stream())
                .findFirst()
                .map(row -> row.values().getFirst())
                .orElseThrow(() -> new IllegalArgumentException("no such genre: " + name));
    }

    public String tempo(int beatsPerMinute) {
        return beatsPerMinute + " bpm";
    }

    private void addKey(Wishes wishes, List<String> styles) {
        Optional<String> mode = wishes.mode().map(wished -> phrase("modes", wished.title()));
        if (wishes.tonic().isEmpty()) {
            mode.ifPresent(styles::add);
            return;
        }
        String tonic = Key.name(wishes.tonic().getAsInt());
        styles.add(mode.map(title -> tonic + " " + title).orElse("key of " + tonic));
    }

    private List<String> players(Wishes wishes) {
        List<String> players = new ArrayList<>();
        wishes.instruments().forEach(instrument -> players.add(instrument(instrument)));
        if (wishes.drums() == Drums.WANTED) {
            players.add(DRUMS);
        }
        if (wishes.company() == Company.NOBODY_ELSE && !players.isEmpty()) {
            players.set(0, ALONE + players.getFirst());
        }
        return players;
    }

    private String instrument(Instrument instrument) {
        return phrase("instruments", instrument.title());
    }

    private String texture(Texture texture) {
        return phrase("textures", texture.name());
    }

    /** What no phrase means is called by its own name. */
    private String phrase(String table, String key) {
        String title = key.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.stream()
                .filter(block -> block.name().equals(table))
                .flatMap(block -> block.rows().stream())
                .filter(row -> row.key().replace('-', ' ').equals(title.replace('-', ' ')))
                .map(Row::values)
                .map(List::getFirst)
                .findFirst()
                .orElse(title.replace('-', ' '));
    }
}
