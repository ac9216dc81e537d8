package dev.earworm.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every accepted song ended once, in words or with its file, and nothing is left over. */
final class Audit {
    private static final String UNDER_WAY = "Your song is in the works";

    private final Books books;
    private final Postbox postbox;
    private final Path data;
    private final List<String> faults = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    Audit(Books books, Postbox postbox, Path data) {
        this.books = books;
        this.postbox = postbox;
        this.data = data;
    }

    /** Reads it all; the program has stopped. */
    Audit made() throws SQLException, IOException {
        Songs songs = books.songs();
        lines.add("songs accepted %d, delivered %d, failed %d, cancelled %d"
                .formatted(songs.accepted(), songs.delivered(), songs.failed(), songs.cancelled()));
        lines.add("why they failed: " + books.refusals());
        lines.add("reservations: " + books.reservations());
        lines.add("submits whose outcome was never learned: %d, for one song %d at most"
                .formatted(books.lostSubmits(), books.mostLostSubmits()));
        lines.add("executions left: " + books.tasks());
        lines.add("pages of the database: " + books.pages());
        lines.add("rows: " + books.tables());
        expect(songs.accepted() > 0, "no song was accepted at all");
        expectNone(songs.inFlight(), "songs that have not ended");
        expectNone(books.openReservations(), "reservations that are still open");
        expectNone(books.songsWithoutReservation(), "songs without a reservation");
        expectNone(books.untold(), "songs of whose end nobody was told");
        expectNone(songs.executions(), "executions of songs that have ended");
        expect(books.mostLostSubmits() <= 1, "a song was submitted again more than once");
        checkDeliveries();
        checkRefusals();
        checkFolder();
        return this;
    }

    private void checkDeliveries() throws SQLException {
        Set<Long> posted = new HashSet<>(postbox.tracks());
        int kept = 0;
        for (Books.Delivered song : books.delivered()) {
            if (song.isKept()) {
                kept++;
            } else if (!posted.remove(song.message())) {
                faults.add("song %s is delivered, but message %d bears no track, or another song's"
                        .formatted(song.id(), song.message()));
            }
        }
        lines.add("songs that nobody could be given, so kept: " + kept);
        expectNone(posted.size(), "messages with a track that belong to no delivered song");
    }

    private void checkRefusals() throws SQLException {
        int unseen = 0;
        for (Books.Refused song : books.refused()) {
            String words = postbox.lastWords(song.message()).orElse("");
            if (words.startsWith(UNDER_WAY)) {
                unseen++;
            }
        }
        lines.add("failed songs whose first message still says that they are in the works: " + unseen);
    }

    /** Beside the database and what came with the program: its ffmpeg, and SQLite's own library. */
    private void checkFolder() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            List<String> left = files.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .filter(name -> !name.startsWith("ffmpeg"))
                    .sorted()
                    .toList();
            lines.add("files in the data folder: " + left);
            expectNone(
                    (int) left.stream().filter(name -> name.startsWith("songs")).count(),
                    "files of songs that have ended");
        }
    }

    private void expectNone(int number, String what) {
        expect(number == 0, number + " " + what);
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    List<String> lines() {
        return lines;
    }

    List<String> faults() {
        return faults;
    }
}
