package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.compose.Ensemble.Drummer;
import dev.earworm.providers.synth.prompt.Scene;
import dev.earworm.providers.synth.prompt.Station;
import dev.earworm.providers.synth.prompt.Wishes;
import dev.earworm.providers.synth.prompt.Wishes.Company;
import dev.earworm.providers.synth.prompt.Wishes.Drums;
import dev.earworm.providers.synth.score.Role;
import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Instrument;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides for each section who of the piece's players comes on stage, and which guests: an instrument that a section
 * names takes the seat it likes best there, and leaves it afterwards.
 */
final class SceneCasting {
    /** More would not fit on the sixteen channels of MIDI. */
    private static final int GUESTS = 5;

    private final Ensemble house;
    private final Wishes whole;
    private final Genre genre;
    private final Repertoire repertoire;
    private final Set<Guest> guests = new LinkedHashSet<>();

    /** An instrument in a seat that is not its own. */
    private record Guest(Role role, Instrument instrument) {}

    /** @param whole what is asked for the whole piece: nobody who is unwanted there may come as a guest */
    SceneCasting(Brief brief, Wishes whole, Repertoire repertoire) {
        this.house = brief.ensemble();
        this.whole = whole;
        this.genre = brief.genre();
        this.repertoire = repertoire;
    }

    Lineup lineup(Scene scene) {
        Wishes wishes = scene.wishes();
        Map<Role, Instrument> seats = new EnumMap<>(Role.class);
        seats.putAll(house.seats());
        Set<Role> featured = EnumSet.noneOf(Role.class);
        if (isForFew(wishes)) {
            seatOnly(wishes, seats);
            featured.addAll(seats.keySet());
        } else {
            wishes.instruments().forEach(instrument -> seat(instrument, seats, featured));
        }
        seats.values().removeIf(instrument -> !isWelcome(instrument, wishes));
        keepSomebody(wishes, seats);
        Optional<Drummer> drummer = drummer(scene, seats);
        if (wishes.drums() == Drums.WANTED) {
            featured.add(Role.DRUMS);
        }
        return new Lineup(new Ensemble(seats, drummer, house.textures()), featured);
    }

    private static boolean isForFew(Wishes wishes) {
        return wishes.company() == Company.NOBODY_ELSE && !wishes.instruments().isEmpty();
    }

    private void seatOnly(Wishes wishes, Map<Role, Instrument> seats) {
        Map<Role, Instrument> few = new Casting(wishes, genre, Optional.empty(), repertoire, new Chance(0))
                .ensemble()
                .seats();
        seats.values()
                .removeIf(instrument ->
                        wishes.instruments().stream().noneMatch(named -> Casting.isSameKind(named, instrument)));
        few.forEach((role, instrument) -> invite(role, instrument, seats));
    }

    /** Where the house has such an instrument already, that one is meant. */
    private void seat(Instrument named, Map<Role, Instrument> seats, Set<Role> featured) {
        Optional<Role> own = seats.entrySet().stream()
                .filter(seat -> Casting.isSameKind(named, seat.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
        Role role = own.orElseGet(() -> liked(named, featured));
        if (own.isPresent() || invite(role, named, seats)) {
            featured.add(role);
        }
    }

    private static Role liked(Instrument named, Set<Role> taken) {
        List<Role> likes = Casting.likes(named.family());
        return likes.stream().filter(role -> !taken.contains(role)).findFirst().orElse(likes.getFirst());
    }

    private boolean invite(Role role, Instrument instrument, Map<Role, Instrument> seats) {
        boolean atHome = house.at(role).filter(instrument::equals).isPresent();
        Guest guest = new Guest(role, instrument);
        if (!atHome && !guests.contains(guest) && guests.size() == GUESTS) {
            return false;
        }
        if (!atHome) {
            guests.add(guest);
        }
        seats.put(role, instrument);
        return true;
    }

    private boolean isWelcome(Instrument instrument, Wishes wishes) {
        return Casting.isWelcome(instrument, wishes.unwanted()) && Casting.isWelcome(instrument, whole.unwanted());
    }

    /** A section that has sent home all who carry it gets somebody else, unless the piece has nobody but drums. */
    private void keepSomebody(Wishes wishes, Map<Role, Instrument> seats) {
        if (house.seats().isEmpty() || isCarried(seats)) {
            return;
        }
        Casting.carriers()
                .filter(instrument -> isWelcome(instrument, wishes))
                .findFirst()
                .ifPresent(instrument -> invite(Role.CHORDS, instrument, seats));
    }

    private static boolean isCarried(Map<Role, Instrument> seats) {
        return seats.containsKey(Role.CHORDS) || seats.containsKey(Role.LEAD);
    }

    private Optional<Drummer> drummer(Scene scene, Map<Role, Instrument> seats) {
        Wishes wishes = scene.wishes();
        if (whole.drums() == Drums.UNWANTED || wishes.drums() == Drums.UNWANTED) {
            return Optional.empty();
        }
        if (wishes.drums() == Drums.WANTED) {
            return house.drummer().or(() -> Optional.of(Casting.drummer(genre, repertoire)));
        }
        boolean waits = isForFew(wishes)
                || scene.station().filter(SceneCasting::isForTheOthers).isPresent();
        return waits && isCarried(seats) ? Optional.empty() : house.drummer();
    }

    /** Where drummers wait by custom. */
    private static boolean isForTheOthers(Station station) {
        return station == Station.INTRO || station == Station.BREAK;
    }
}
