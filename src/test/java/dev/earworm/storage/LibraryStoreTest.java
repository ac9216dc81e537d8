package dev.earworm.storage;

import static dev.earworm.jobs.JobFixtures.ALICE;
import static dev.earworm.jobs.JobFixtures.BOB;
import static dev.earworm.jobs.JobFixtures.ELSEWHERE;
import static dev.earworm.jobs.JobFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.Catalogue;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.Visibility;
import dev.earworm.library.FinishedSongs;
import dev.earworm.library.KeptStore;
import dev.earworm.library.LibrarySong;
import dev.earworm.library.LibraryStore;
import dev.earworm.library.Reader;
import dev.earworm.library.Search;
import dev.earworm.library.Shelf;
import dev.earworm.library.Shelf.Kind;
import dev.earworm.music.JobId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryStoreTest extends StoreTest {
    private static final Reader READER = new Reader(ALICE, Set.of(new ChannelId(100)));
    private static final Shelf MINE = new Shelf(Kind.MINE, READER);
    private static final Shelf EVERYONE = new Shelf(Kind.EVERYONE, READER);

    private LibraryStore library;
    private FinishedSongs songs;

    @BeforeEach
    void openLibrary() {
        library = database.library();
        songs = new FinishedSongs(database.jobs());
    }

    @Test
    void stemsAreOnTheShelfOnlyWhileTheyWaitForTheirMember() {
        Job song = songs.posted(ALICE, "a calm river", NOON);
        songs.postedStems(song);
        Job waiting = songs.keptStems(song, NOON.plus(Duration.ofDays(30)));

        assertThat(ids(library.newest(MINE, Search.ALL, 9))).containsExactlyInAnyOrder(song.id(), waiting.id());
    }

    @Test
    void songsAreReadPageByPageTheNewestFirst() {
        List<JobId> oldestFirst = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            oldestFirst.add(
                    songs.posted(ALICE, "song " + i, NOON.plusSeconds(i)).id());
        }
        List<JobId> newestFirst = oldestFirst.reversed();

        assertThat(ids(library.newest(MINE, Search.ALL, 3))).isEqualTo(newestFirst.subList(0, 3));
        assertThat(ids(library.from(MINE, newestFirst.get(3), 3))).isEqualTo(newestFirst.subList(3, 6));
        assertThat(ids(library.newerThan(MINE, newestFirst.get(3), 2))).isEqualTo(newestFirst.subList(1, 3));
        assertThat(library.newerThan(MINE, newestFirst.getFirst(), 2)).isEmpty();
    }

    @Test
    void aMemberHasTheirOwnSongsAndReadsWhatWasPostedForAll() {
        JobId own = songs.posted(ALICE, "mine", NOON).id();
        JobId secret = songs.posted(ALICE, "secret", Visibility.PRIVATE, NOON).id();
        JobId theirs = songs.posted(BOB, "theirs", NOON).id();
        JobId theirSecret =
                songs.posted(BOB, "their secret", Visibility.PRIVATE, NOON).id();
        JobId elsewhere = songs.posted(ELSEWHERE, "elsewhere", NOON).id();

        assertThat(ids(library.newest(MINE, Search.ALL, 9))).containsExactlyInAnyOrder(own, secret);
        assertThat(ids(library.newest(EVERYONE, Search.ALL, 9))).containsExactlyInAnyOrder(own, theirs);
        assertThat(library.find(secret, READER)).isPresent();
        assertThat(library.find(theirs, READER)).isPresent();
        assertThat(library.find(theirSecret, READER)).isEmpty();
        assertThat(library.find(elsewhere, READER)).isEmpty();
    }

    @Test
    void aPublicSongThatCameAsADirectMessageWasNotPostedForAllUntilItIsSentAgain() {
        Job job = songs.rendered(BOB, JobFixtures.request("theirs", Duration.ofSeconds(30)), Visibility.PUBLIC, NOON);
        database.jobs().delivered(job.id(), new PostedAt(new ChannelId(9), new MessageId(9)), NOON);
        assertThat(library.newest(EVERYONE, Search.ALL, 9)).isEmpty();
        assertThat(library.find(job.id(), READER)).isEmpty();

        database.copies().add(job.id(), new PostedAt(new ChannelId(100), new MessageId(10)), NOON);

        assertThat(ids(library.newest(EVERYONE, Search.ALL, 9))).containsExactly(job.id());
        assertThat(library.find(job.id(), READER)).isPresent();
    }

    @Test
    void onlyItsMemberChangesASong() {
        JobId id = songs.posted(ALICE, "mine", NOON).id();

        assertThat(library.rename(id, BOB, "stolen")).isFalse();
        assertThat(library.favour(id, BOB)).isFalse();
        assertThat(library.hide(id, BOB)).isFalse();
        assertThat(library.rename(id, ELSEWHERE, "stolen")).isFalse();
        LibrarySong untouched = library.find(id, READER).orElseThrow();
        assertThat(untouched.title()).isEqualTo("mine");
        assertThat(untouched.favourite()).isFalse();

        assertThat(library.rename(id, ALICE, "River at night")).isTrue();
        assertThat(library.favour(id, ALICE)).isTrue();
        LibrarySong changed = library.find(id, READER).orElseThrow();
        assertThat(changed.title()).isEqualTo("River at night");
        assertThat(ids(library.newest(new Shelf(Kind.FAVOURITES, READER), Search.ALL, 9)))
                .containsExactly(id);

        assertThat(library.unfavour(id, ALICE)).isTrue();
        assertThat(library.newest(new Shelf(Kind.FAVOURITES, READER), Search.ALL, 9))
                .isEmpty();
        assertThat(library.hide(id, ALICE)).isTrue();
        assertThat(library.find(id, READER)).isEmpty();
        assertThat(library.newest(EVERYONE, Search.ALL, 9)).isEmpty();
        assertThat(library.rename(id, ALICE, "again")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cafe, Café at night",
        "NIGHT café, Café at night",
        "夜, 夜の雨",
        "の雨, 夜の雨",
        "100%, 100% rain",
        "snake_case, snake_case tune",
        "well!, well! done",
        "'it''s', it's late"
    })
    void songsAreFoundByTheirWords(String typed, String prompt) {
        songs.posted(ALICE, "100 times snakeXcase", NOON);
        songs.posted(ALICE, "a well done tune of its own", NOON);
        JobId sought = songs.posted(ALICE, prompt, NOON.plusSeconds(1)).id();

        assertThat(ids(library.newest(MINE, Search.of(typed, Catalogue.providers()), 9)))
                .containsExactly(sought);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "music_v2", "elevenlabs", "11-21 river", "%", "_", "!", "\\", "'"})
    void dayAndModelFindASongAndSignsStandForThemselves(String typed) {
        songs.posted(ALICE, "a calm river", NOON);
        boolean isWord = typed.length() > 1;

        assertThat(library.newest(MINE, Search.of(typed, Catalogue.providers()), 9))
                .hasSize(isWord || typed.equals("_") ? 1 : 0);
    }

    @Test
    void aSongIsFoundByItsNewTitle() {
        JobId id = songs.posted(ALICE, "a calm river", NOON).id();
        library.rename(id, ALICE, "Träumerei");

        assertThat(ids(library.newest(MINE, Search.of("traumerei river", Catalogue.providers()), 9)))
                .containsExactly(id);
    }

    @Test
    void songsOfEarlierVersionsAreMadeSearchable() throws SQLException {
        for (int i = 0; i < 3; i++) {
            songs.posted(ALICE, "song " + i, NOON.plusSeconds(i));
        }
        execute("UPDATE job SET search_text = NULL");
        Search search = Search.of("song", Catalogue.providers());
        assertThat(library.newest(MINE, search, 9)).isEmpty();

        assertThat(library.makeSearchable(2)).isEqualTo(2);
        assertThat(library.makeSearchable(2)).isEqualTo(1);
        assertThat(library.makeSearchable(2)).isZero();
        assertThat(library.newest(MINE, search, 9)).hasSize(3);
    }

    @Test
    void aKeptSongWaitsUntilItIsHandedOverOrItsTimeIsOver() {
        KeptStore kept = database.keptSongs();
        Job first = songs.kept(ALICE, "first", NOON, NOON.plus(Duration.ofDays(30)));
        Job second = songs.kept(ALICE, "second", NOON, NOON.plus(Duration.ofDays(31)));
        songs.posted(ALICE, "posted", NOON);

        assertThat(kept.all()).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(kept.waiting(ALICE)).isEqualTo(2);
        assertThat(kept.waiting(BOB)).isZero();
        assertThat(kept.expired(NOON.plus(Duration.ofDays(30)))).containsExactly(first.id());

        PostedAt at = new PostedAt(new ChannelId(7), new MessageId(8));
        kept.handedOver(second.id(), at);
        kept.forget(first.id());

        assertThat(kept.all()).isEmpty();
        assertThat(kept.waiting(ALICE)).isZero();
        assertThat(database.jobs().find(second.id()).flatMap(Job::trackMessage)).contains(at);
    }

    @Test
    void copiesAreKnownTheNewestFirstAndOnce() {
        JobId id = songs.posted(ALICE, "song", NOON).id();
        PostedAt first = new PostedAt(new ChannelId(7), new MessageId(70));
        PostedAt second = new PostedAt(new ChannelId(8), new MessageId(80));
        database.copies().add(id, first, NOON);
        database.copies().add(id, second, NOON.plusSeconds(1));
        database.copies().add(id, first, NOON.plusSeconds(2));

        assertThat(database.copies().of(id)).containsExactly(second, first);
    }

    private static List<JobId> ids(List<LibrarySong> found) {
        return found.stream().map(LibrarySong::id).toList();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = PostgresServer.connect(config());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
