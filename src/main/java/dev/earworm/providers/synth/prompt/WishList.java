package dev.earworm.providers.synth.prompt;

import dev.earworm.providers.synth.prompt.Wishes.Company;
import dev.earworm.providers.synth.prompt.Wishes.Drums;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Meter;
import dev.earworm.providers.synth.theory.Mode;
import dev.earworm.providers.synth.theory.Texture;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Collects wishes while a prompt is read.
 *
 * <p>Of several genres the leading one is the last of the first unbroken row, since that is where English, and German
 * too, put the noun: in "jazzy lo-fi with house drums" it is lo-fi.
 */
final class WishList {
    private static final Set<String> FILLERS = Set.of("&", "and", "style", "music", "beat", "song");

    private final List<String> leading = new ArrayList<>();
    private final List<String> later = new ArrayList<>();
    private final Set<String> refusedGenres = new LinkedHashSet<>();
    private final Set<String> metrical = new LinkedHashSet<>();
    private final Set<Mood> moods = new LinkedHashSet<>();
    private final Set<Mood> refusedMoods = new LinkedHashSet<>();
    private final Set<Instrument> instruments = new LinkedHashSet<>();
    private final Set<Instrument> unwanted = new LinkedHashSet<>();
    private final Set<Texture> textures = new LinkedHashSet<>();
    private final Set<Texture> refusedTextures = new LinkedHashSet<>();
    private Optional<Pace> pace = Optional.empty();
    private Optional<Mode> mode = Optional.empty();
    private Optional<Meter> meter = Optional.empty();
    private OptionalInt beatsPerMinute = OptionalInt.empty();
    private OptionalInt tonic = OptionalInt.empty();
    private Drums drums = Drums.AS_THE_GENRE_HAS_THEM;
    private Company company = Company.AS_THE_GENRE_HAS_IT;
    private boolean rowIsOpen = true;

    void take(OptionalInt tempo, OptionalInt key) {
        beatsPerMinute = tempo;
        tonic = key;
    }

    void keep(Company wished) {
        company = wished;
    }

    void add(Meaning meaning) {
        switch (meaning) {
            case Meaning.OfGenre(String genre) -> addGenre(genre);
            case Meaning.OfMood(Mood mood) -> moods.add(mood);
            case Meaning.OfPace(Pace wished) -> pace = pace.or(() -> Optional.of(wished));
            case Meaning.OfMode(Mode wished) -> mode = preferred(wished);
            case Meaning.OfMeter(Meter wished) -> meter = Optional.of(wished);
            case Meaning.OfInstrument(Instrument instrument) -> instruments.add(instrument);
            case Meaning.OfTexture(Texture texture) -> textures.add(texture);
            case Meaning.OfDrums() -> drums = drums == Drums.UNWANTED ? drums : Drums.WANTED;
        }
    }

    void refuse(Meaning meaning) {
        switch (meaning) {
            case Meaning.OfGenre(String genre) -> refusedGenres.add(genre);
            case Meaning.OfMood(Mood mood) -> refusedMoods.add(mood);
            case Meaning.OfInstrument(Instrument instrument) -> unwanted.add(instrument);
            case Meaning.OfTexture(Texture texture) -> refusedTextures.add(texture);
            case Meaning.OfDrums() -> drums = Drums.UNWANTED;
            case Meaning.OfPace _, Meaning.OfMode _, Meaning.OfMeter _ -> {
                // "Not too fast" leaves the choice to the genre.
            }
        }
    }

    /** Notes that a phrase is over: one that named no genre ends the first row of genres. */
    void endPhrase(List<Meaning> meanings) {
        List<String> genres = new ArrayList<>();
        for (Meaning meaning : meanings) {
            if (meaning instanceof Meaning.OfGenre(String genre)) {
                genres.add(genre);
            }
        }
        if (genres.isEmpty()) {
            rowIsOpen = rowIsOpen && leading.isEmpty();
        } else if (meanings.stream().anyMatch(Meaning.OfMeter.class::isInstance)) {
            metrical.addAll(genres);
        }
    }

    void passOver(String word) {
        rowIsOpen = rowIsOpen && (leading.isEmpty() || FILLERS.contains(word));
    }

    Wishes wishes() {
        moods.removeAll(refusedMoods);
        instruments.removeAll(unwanted);
        textures.removeAll(refusedTextures);
        return new Wishes(
                genres(),
                List.copyOf(moods),
                pace,
                beatsPerMinute,
                tonic,
                mode,
                meter,
                List.copyOf(instruments),
                List.copyOf(unwanted),
                drums,
                company,
                List.copyOf(textures),
                List.copyOf(refusedTextures));
    }

    private void addGenre(String genre) {
        (rowIsOpen ? leading : later).add(genre);
    }

    /** "D harmonic minor" also says "minor": the rarer word tells more. */
    private Optional<Mode> preferred(Mode wished) {
        boolean plain = wished == Mode.MAJOR || wished == Mode.MINOR;
        return plain && mode.isPresent() ? mode : Optional.of(wished);
    }

    private List<String> genres() {
        Set<String> ordered = new LinkedHashSet<>(leading.reversed());
        ordered.addAll(later);
        ordered.removeAll(refusedGenres);
        // "Jazz waltz" is jazz in three-four time.
        if (!metrical.containsAll(ordered)) {
            ordered.removeAll(metrical);
        }
        return List.copyOf(ordered);
    }
}
