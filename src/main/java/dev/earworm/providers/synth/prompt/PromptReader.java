package dev.earworm.providers.synth.prompt;

import dev.earworm.providers.synth.prompt.Wishes.Company;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a prompt as a bandleader would: it goes through the words from left to right, takes the longest phrase that it
 * knows, and minds "no", "without", "only" and "solo" before (or after) the phrase. Any text is fine; what it does not
 * know it passes over.
 */
public final class PromptReader {
    /** The files of genres, which also hold each genre's words. */
    public static final List<String> GENRE_FILES = List.of(
            "genres/calm.txt", "genres/band.txt", "genres/club.txt", "genres/classical.txt", "genres/world.txt");

    private static final Set<String> NEGATIONS = Set.of(
            "no", "not", "without", "minus", "except", "never", "nor", "non", "ohne", "kein", "keine", "keinen",
            "nicht", "sans", "pas", "sin", "w/o");
    private static final Set<String> QUALITY_NEGATIONS = Set.of("not", "never", "nicht", "pas");
    private static final Set<String> JOINTS =
            Set.of("or", "and", "nor", "&", "oder", "und", "ou", "et", "o", "y", "ni");
    private static final Set<String> EXCLUSIVES =
            Set.of("solo", "only", "just", "unaccompanied", "alone", "nur", "seul", "seulement", "solamente");
    private static final Set<String> STOPS = Set.of(",", ".", ";", "!", "?", "but", "with", "just", "only");
    private static final Set<String> INTRODUCTIONS =
            Set.of("with", "a", "an", "has", "featuring", "mit", "avec", "con");

    /** How many words may lie between "no" or "solo" and what it speaks of: "no loud or busy drums". */
    private static final int REACH = 4;

    private final Lexicon lexicon = new Lexicon(
            TextTable.read("words.txt"),
            GENRE_FILES.stream().flatMap(file -> TextTable.read(file).stream()).toList());

    public Wishes read(String prompt) {
        WishList wishes = new WishList();
        wishes.take(TempoReader.beatsPerMinute(prompt), KeyReader.tonic(prompt));
        if (KeyReader.namesMinorBySymbol(prompt)) {
            wishes.add(new Meaning.OfMode(dev.earworm.providers.synth.theory.Mode.MINOR));
        }
        List<String> words = spelledOut(Words.of(TempoReader.without(prompt)));
        int position = 0;
        while (position < words.size()) {
            position += readPhrase(words, position, wishes);
        }
        return wishes.wishes();
    }

    /** Reads the phrase at the position, if there is one, and says how many words it took. */
    private int readPhrase(List<String> words, int position, WishList wishes) {
        for (int length = Math.min(lexicon.longest(), words.size() - position); length > 0; length--) {
            List<Meaning> meanings = lexicon.meanings(words.subList(position, position + length));
            if (!meanings.isEmpty()) {
                boolean unwanted = isNegated(words, position, meanings);
                meanings.forEach(unwanted ? wishes::refuse : wishes::add);
                if (!unwanted) {
                    company(words, position, length, meanings).ifPresent(wishes::keep);
                }
                wishes.endPhrase(meanings);
                return length;
            }
        }
        wishes.passOver(words.get(position));
        return 1;
    }

    /**
     * Whether a "no" before the phrase reaches it: directly, over a quality ("no loud drums"), or along a list of things
     * ("no drums or bass"). "Not" speaks of the quality alone: "not a sad piano" wants a piano.
     */
    private boolean isNegated(List<String> words, int position, List<Meaning> meanings) {
        boolean thing = meanings.stream().anyMatch(Meaning::isThing);
        boolean listed = false;
        boolean described = false;
        boolean met = false;
        for (int i = position - 1; i >= Math.max(0, position - REACH); i--) {
            String word = words.get(i);
            if (NEGATIONS.contains(word)) {
                boolean ofThings = !QUALITY_NEGATIONS.contains(word);
                return met ? thing && listed : !described || (thing && ofThings);
            }
            if (STOPS.contains(word)) {
                return false;
            }
            List<Meaning> between = lexicon.meanings(List.of(word));
            if (between.stream().anyMatch(Meaning::isThing)) {
                met = true;
            } else if (!between.isEmpty()) {
                described = true;
            }
            listed |= JOINTS.contains(word) && !described;
        }
        return false;
    }

    private Optional<Company> company(List<String> words, int position, int length, List<Meaning> meanings) {
        if (meanings.stream().noneMatch(Meaning::isThing)) {
            return Optional.empty();
        }
        boolean before = Stream.iterate(position - 1, i -> i >= Math.max(0, position - REACH), i -> i - 1)
                .map(words::get)
                .takeWhile(word -> !Set.of(",", ".", ";").contains(word))
                .anyMatch(EXCLUSIVES::contains);
        int next = position + length;
        boolean after = next < words.size()
                && EXCLUSIVES.contains(words.get(next))
                && (position == 0 || !INTRODUCTIONS.contains(words.get(position - 1)));
        return before || after ? Optional.of(Company.NOBODY_ELSE) : Optional.empty();
    }

    private static List<String> spelledOut(List<String> words) {
        return words.stream()
                .flatMap(word -> switch (word) {
                    case "drumless", "beatless" -> Stream.of("no", "drums");
                    default -> Stream.of(word);
                })
                .toList();
    }
}
