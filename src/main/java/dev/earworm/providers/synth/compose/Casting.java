package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Ensemble.Drummer;
import dev.earworm.providers.synth.prompt.Wishes;
import dev.earworm.providers.synth.prompt.Wishes.Company;
import dev.earworm.providers.synth.prompt.Wishes.Drums;
import dev.earworm.providers.synth.score.Role;
import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Instrument.Family;
import dev.earworm.providers.synth.theory.Texture;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Seats the players: first those whom the words name, then those whom the genre brings, never one who is unwanted. */
final class Casting {
    private static final List<Instrument> LAST_RESORTS =
            List.of(Instrument.PIANO, Instrument.FLUTE, Instrument.NYLON_GUITAR, Instrument.VIOLIN, Instrument.CRYSTAL);
    private static final List<Instrument> HARMONISTS =
            List.of(Instrument.PIANO, Instrument.E_PIANO, Instrument.CLEAN_GUITAR, Instrument.STRINGS);
    private static final double CHANCE_OF_OPTIONAL_SEAT = 0.6;

    private final Wishes wishes;
    private final Genre genre;
    private final Optional<Genre> flavour;
    private final Repertoire repertoire;
    private final Chance chance;
    private final Map<Role, Instrument> seats = new EnumMap<>(Role.class);

    Casting(Wishes wishes, Genre genre, Optional<Genre> flavour, Repertoire repertoire, Chance chance) {
        this.wishes = wishes;
        this.genre = genre;
        this.flavour = flavour;
        this.repertoire = repertoire;
        this.chance = chance;
    }

    Ensemble ensemble() {
        wishes.instruments().forEach(this::seatNamed);
        if (wishes.company() == Company.NOBODY_ELSE) {
            letThePlayersAccompanyThemselves();
        } else {
            flavour.ifPresent(other -> seatFrom(other, Role.LEAD, "lead"));
            seatFrom(genre, Role.LEAD, "lead");
            seatFrom(genre, Role.CHORDS, "chords");
            giveSomebodyTheChords();
            seatFrom(genre, Role.BASS, "bass");
            seatFrom(genre, Role.PAD, "pad");
            seatFrom(genre, Role.COUNTER, "counter");
            seatFrom(genre, Role.ARPEGGIO, "arp");
            giveSomebodyTheTune();
        }
        return new Ensemble(seats, drummer(), textures());
    }

    private void seatNamed(Instrument instrument) {
        for (Role role : likes(instrument.family())) {
            if (seats.putIfAbsent(role, instrument) == null) {
                return;
            }
        }
    }

    /** The roles that suit it, the best one first. */
    static List<Role> likes(Family family) {
        return switch (family) {
            case KEYS -> List.of(Role.CHORDS, Role.LEAD, Role.COUNTER);
            case PLUCKED -> List.of(Role.CHORDS, Role.LEAD, Role.ARPEGGIO, Role.COUNTER);
            case MALLET -> List.of(Role.LEAD, Role.ARPEGGIO, Role.COUNTER);
            case BOWED, WIND -> List.of(Role.LEAD, Role.COUNTER, Role.PAD);
            case ENSEMBLE -> List.of(Role.PAD, Role.COUNTER, Role.LEAD, Role.CHORDS);
            case SYNTH -> List.of(Role.LEAD, Role.ARPEGGIO, Role.CHORDS, Role.COUNTER);
            case BASS -> List.of(Role.BASS);
        };
    }

    /** An instrument that was asked for by name shall also be heard with the tune, unless another one has it. */
    private void giveSomebodyTheTune() {
        boolean leadWasNamed = wishes.instruments().contains(seats.get(Role.LEAD));
        Optional<Instrument> named = wishes.instruments().stream()
                .filter(instrument -> instrument.family() != Family.BASS)
                .findFirst();
        if (!leadWasNamed && named.isPresent()) {
            seats.put(Role.LEAD, named.get());
        }
        if (!seats.containsKey(Role.LEAD)) {
            LAST_RESORTS.stream()
                    .filter(this::isWelcome)
                    .findFirst()
                    .ifPresent(instrument -> seats.put(Role.LEAD, instrument));
        }
    }

    private void letThePlayersAccompanyThemselves() {
        List<Instrument> named = wishes.instruments();
        if (named.isEmpty()) {
            return;
        }
        Instrument first = named.getFirst();
        if (!seats.containsKey(Role.LEAD)) {
            seats.put(Role.LEAD, first);
        }
        Optional<Instrument> harmonist = named.stream()
                .filter(instrument -> instrument.family().playsChords())
                .findFirst();
        harmonist.ifPresent(instrument -> seats.putIfAbsent(Role.CHORDS, instrument));
        named.stream()
                .filter(instrument -> instrument.family() == Family.KEYS || instrument == Instrument.HARP)
                .findFirst()
                .ifPresent(instrument -> seats.putIfAbsent(Role.BASS, instrument));
    }

    private void seatFrom(Genre source, Role role, String key) {
        if (seats.containsKey(role)) {
            return;
        }
        boolean omitted = source.mayOmit(key) && !chance.hits(CHANCE_OF_OPTIONAL_SEAT);
        List<Instrument> welcome =
                source.instruments(key).stream().filter(this::isWelcome).toList();
        List<Instrument> fresh = welcome.stream()
                .filter(instrument -> !seats.containsValue(instrument))
                .toList();
        List<Instrument> choices = fresh.isEmpty() && mayDouble(role) ? welcome : fresh;
        if (!omitted && !choices.isEmpty()) {
            seats.put(role, chance.pick(choices));
        }
    }

    /** Whether it makes sense that somebody who already plays plays this too. */
    private static boolean mayDouble(Role role) {
        return switch (role) {
            case LEAD, CHORDS, ARPEGGIO, BASS -> true;
            case COUNTER, PAD, DRUMS, TEXTURE -> false;
        };
    }

    /** Where the words have sent all of the genre's harmonists home, somebody else must play the chords. */
    private void giveSomebodyTheChords() {
        if (!seats.containsKey(Role.CHORDS)) {
            HARMONISTS.stream()
                    .filter(this::isWelcome)
                    .findFirst()
                    .ifPresent(instrument -> seats.put(Role.CHORDS, instrument));
        }
    }

    private boolean isWelcome(Instrument instrument) {
        return isWelcome(instrument, wishes.unwanted());
    }

    static boolean isWelcome(Instrument instrument, List<Instrument> unwanted) {
        return unwanted.stream().noneMatch(other -> isSameKind(other, instrument));
    }

    /** Who can carry a piece when everybody else is gone, the likeliest first. */
    static Stream<Instrument> carriers() {
        return Stream.concat(HARMONISTS.stream(), LAST_RESORTS.stream());
    }

    /** "Guitar" means every guitar; "jazz guitar" means that one. */
    static boolean isSameKind(Instrument named, Instrument other) {
        return switch (named) {
            case NYLON_GUITAR -> other.title().endsWith("guitar");
            case FINGER_BASS -> other.family() == Family.BASS;
            case STRINGS -> other.title().endsWith("strings") || other.family() == Family.BOWED;
            case SAW_LEAD -> other.family() == Family.SYNTH || other.title().endsWith("pad");
            case WARM_PAD -> other.title().endsWith("pad");
            case CHOIR -> other == Instrument.CHOIR || other == Instrument.CHOIR_PAD || other == Instrument.VOICE_OOHS;
            case VOICE_OOHS -> other == Instrument.VOICE_OOHS || other == Instrument.CHOIR;
            case SAXOPHONE -> other.title().endsWith("saxophone");
            case ORGAN -> other.title().endsWith("organ");
            case PIANO -> other == Instrument.PIANO;
            case BRASS ->
                other.title().endsWith("brass") || other == Instrument.TRUMPET || other == Instrument.TROMBONE;
            default -> other == named;
        };
    }

    private Optional<Drummer> drummer() {
        boolean nobodyElse = wishes.company() == Company.NOBODY_ELSE;
        if (wishes.drums() == Drums.UNWANTED || (nobodyElse && wishes.drums() != Drums.WANTED)) {
            return Optional.empty();
        }
        boolean silent = repertoire.groove(genre.groove()).isSilent();
        return silent && wishes.drums() != Drums.WANTED ? Optional.empty() : Optional.of(drummer(genre, repertoire));
    }

    /** A drummer for the genre, even if it has none by itself. */
    static Drummer drummer(Genre genre, Repertoire repertoire) {
        Groove groove = repertoire.groove(genre.groove());
        return new Drummer(
                genre.kit(),
                groove.isSilent() ? repertoire.groove(genre.number("drive") > 0.4 ? "pop" : "brushes") : groove);
    }

    private List<Texture> textures() {
        Set<Texture> textures = new LinkedHashSet<>(wishes.textures());
        if (wishes.company() == Company.AS_THE_GENRE_HAS_IT) {
            genre.texture()
                    .filter(texture -> !wishes.unwantedTextures().contains(texture))
                    .ifPresent(textures::add);
        }
        return new ArrayList<>(textures).subList(0, Math.min(2, textures.size()));
    }
}
