package dev.earworm.jobs;

import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who has the next turn, said once more: the guild with the fewest slots, of these the one whose last turn is longest ago,
 * of these the one that waits longest; the same among its members; and of the member's songs the oldest.
 */
final class QueueModel {
    private static final Duration TURNS_COUNT_FOR = Duration.ofHours(1);

    static final class Song {
        final JobId id;
        final Account account;
        final String provider;
        final Instant acceptedAt;
        Instant dueAt;
        Instant lastTurn = Instant.MIN;
        Place place = Place.LINE;

        Song(JobId id, Account account, String provider, Instant acceptedAt) {
            this.id = id;
            this.account = account;
            this.provider = provider;
            this.acceptedAt = acceptedAt;
            this.dueAt = acceptedAt;
        }

        GuildId guild() {
            return account.guild();
        }

        boolean mayHaveATurn(Instant now) {
            return place == Place.LINE && !dueAt.isAfter(now);
        }
    }

    enum Place {
        LINE,
        SLOT,
        GONE
    }

    /** The oldest first. */
    final List<Song> songs = new ArrayList<>();

    private final Map<String, Integer> slots = new HashMap<>();

    void has(String provider, int number) {
        slots.put(provider, number);
    }

    int slots(String provider) {
        return slots.getOrDefault(provider, 0);
    }

    Stream<Song> at(Place place) {
        return songs.stream().filter(song -> song.place == place);
    }

    long active(String provider) {
        return at(Place.SLOT).filter(song -> song.provider.equals(provider)).count();
    }

    /** Gives slots as long as there are any. */
    List<Song> look(String provider, Instant now) {
        List<Song> promoted = new ArrayList<>();
        while (active(provider) < slots(provider)) {
            List<Song> line = songs.stream()
                    .filter(song -> song.provider.equals(provider) && song.mayHaveATurn(now))
                    .toList();
            if (line.isEmpty()) {
                break;
            }
            Song next = line.stream().min(turns(provider, line, now)).orElseThrow();
            next.place = Place.SLOT;
            // Later than whatever was before, and than the one that was just now.
            next.lastTurn = now.plusNanos(1 + promoted.size());
            promoted.add(next);
        }
        // What is stored has no more than milliseconds, so these were all at once.
        promoted.forEach(song -> song.lastTurn = now);
        return promoted;
    }

    private Comparator<Song> turns(String provider, List<Song> line, Instant now) {
        return this.<GuildId>fewest(provider, line, now, Song::guild)
                .thenComparing(fewest(provider, line, now, song -> song.account))
                .thenComparing(song -> song.acceptedAt);
    }

    private <T> Comparator<Song> fewest(String provider, List<Song> line, Instant now, Function<Song, T> whose) {
        return Comparator.<Song>comparingLong(song -> all(provider, of(song, whose))
                        .filter(other -> other.place == Place.SLOT)
                        .count())
                .thenComparing(song -> all(provider, of(song, whose))
                        .filter(other ->
                                other.place == Place.SLOT || !other.lastTurn.isBefore(now.minus(TURNS_COUNT_FOR)))
                        .map(other -> other.lastTurn)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.MIN))
                .thenComparing(song ->
                        line.stream().filter(of(song, whose)).findFirst().orElseThrow().acceptedAt);
    }

    private static <T> Predicate<Song> of(Song song, Function<Song, T> whose) {
        return other -> whose.apply(other).equals(whose.apply(song));
    }

    private Stream<Song> all(String provider, Predicate<Song> filter) {
        return songs.stream().filter(song -> song.provider.equals(provider)).filter(filter);
    }
}
