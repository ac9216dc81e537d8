package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.prompt.Mood;
import dev.earworm.providers.synth.prompt.Pace;
import dev.earworm.providers.synth.prompt.Wishes;
import dev.earworm.providers.synth.theory.Chance;
import dev.earworm.providers.synth.theory.Instrument;
import dev.earworm.providers.synth.theory.Key;
import dev.earworm.providers.synth.theory.Meter;
import dev.earworm.providers.synth.theory.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Settles a brief: what the words leave open, the genre and chance decide. */
final class Producer {
    /** Keys that lie well for most instruments, the usual ones more often. */
    private static final List<Integer> TONICS = List.of(0, 0, 2, 2, 3, 4, 5, 5, 7, 7, 9, 9, 9, 10, 11, 1, 6, 8);

    private static final double VALENCE_THAT_DECIDES = 0.25;

    private final Repertoire repertoire;

    Producer(Repertoire repertoire) {
        this.repertoire = repertoire;
    }

    Brief brief(Wishes wishes, Duration length, Chance chance) {
        Genre genre = genre(wishes, chance.fork("genre"));
        Optional<Genre> flavour = wishes.genres().stream()
                .map(repertoire::genre)
                .filter(other -> !other.equals(genre))
                .findFirst();
        Genre harmony = flavour.filter(_ -> chance.fork("harmony").hits(0.5)).orElse(genre);
        Meter meter = wishes.meter().orElse(genre.meter());
        double energy = Math.clamp(genre.number("drive") + 0.3 * mean(wishes, Mood::energy), 0, 1);
        Ensemble ensemble = new Casting(wishes, genre, flavour, repertoire, chance.fork("casting")).ensemble();
        return new Brief(
                genre,
                harmony,
                key(wishes, harmony, chance.fork("key")),
                meter,
                meter == Meter.SIX_EIGHT ? Feel.parse("straight") : genre.feel(),
                tempo(wishes, genre, meter, chance.fork("tempo")),
                wishes.beatsPerMinute().isPresent(),
                ensemble,
                genre.tune().denser(0.15 * mean(wishes, Mood::energy)),
                energy,
                Math.clamp(mean(wishes, Mood::brightness), -1, 1),
                Math.clamp(genre.number("space") + 0.3 * mean(wishes, Mood::space), 0.05, 1),
                length,
                chance);
    }

    private Genre genre(Wishes wishes, Chance chance) {
        if (!wishes.genres().isEmpty()) {
            return repertoire.genre(wishes.genres().getFirst());
        }
        List<String> hints = wishes.moods().stream()
                .flatMap(mood -> repertoire.hints("mood", mood.name()).stream())
                .toList();
        if (hints.isEmpty()) {
            hints = wishes.instruments().stream()
                    .map(Instrument::title)
                    .flatMap(title -> repertoire.hints("instrument", title).stream())
                    .toList();
        }
        if (hints.isEmpty()) {
            hints = wishes.textures().stream()
                    .flatMap(texture -> repertoire.hints("texture", texture.name()).stream())
                    .toList();
        }
        return repertoire.genre(chance.pick(hints.isEmpty() ? repertoire.anyGenres() : hints));
    }

    private static Key key(Wishes wishes, Genre genre, Chance chance) {
        int tonic = wishes.tonic().orElseGet(() -> chance.pick(TONICS));
        return new Key(tonic, wishes.mode().orElseGet(() -> mode(wishes, genre, chance)));
    }

    /** Feelings turn the genre towards its major or its minor side, if it has one. */
    private static Mode mode(Wishes wishes, Genre genre, Chance chance) {
        double valence = mean(wishes, Mood::valence);
        List<Mode> modes = genre.modes();
        List<Mode> fitting =
                modes.stream().filter(mode -> mode.isMinor() == (valence < 0)).toList();
        if (Math.abs(valence) < VALENCE_THAT_DECIDES) {
            return chance.pick(modes);
        }
        if (fitting.isEmpty()) {
            return valence < 0 ? Mode.MINOR : Mode.MAJOR;
        }
        return chance.pick(fitting);
    }

    private static double tempo(Wishes wishes, Genre genre, Meter meter, Chance chance) {
        if (wishes.beatsPerMinute().isPresent()) {
            return wishes.beatsPerMinute().getAsInt();
        }
        double usual = chance.between(genre.slowest(), genre.fastest());
        double pace = wishes.pace().map(Pace::factor).orElse(1.0);
        double mood = 1 + 0.1 * mean(wishes, Mood::energy);
        // A genre's tempo counts its own beats; a bar of three at that speed would feel rushed in slow music.
        double bar = meter == Meter.SEVEN_EIGHT ? 1.1 : 1;
        return Math.clamp(usual * pace * mood * bar, 44, 200);
    }

    private static double mean(Wishes wishes, ToDoubleFunction<Mood> effect) {
        return wishes.moods().stream().mapToDouble(effect).average().orElse(0);
    }
}
