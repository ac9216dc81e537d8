package dev.earworm;

import dev.earworm.audio.AudioPreparer;
import dev.earworm.audio.Ffmpeg;
import dev.earworm.audio.VoicePreparer;
import dev.earworm.audio.WaveformReader;
import dev.earworm.discord.DiscordConnection;
import dev.earworm.discord.delivery.TrackRemoval;
import dev.earworm.discord.delivery.VoiceMessages;
import dev.earworm.jobs.AudioTrackPreparer;
import dev.earworm.jobs.KeptFiles;
import dev.earworm.jobs.KeptSongArchive;
import dev.earworm.jobs.KeptStems;
import dev.earworm.jobs.SongArchive;
import dev.earworm.jobs.SongFiles;
import dev.earworm.jobs.SongService;
import dev.earworm.library.KeptSongs;
import dev.earworm.library.Library;
import dev.earworm.library.LibraryRemoval;
import dev.earworm.library.LibraryStore;
import dev.earworm.library.Retention;
import dev.earworm.library.SongResending;
import dev.earworm.ops.Housekeeping.Chore;
import dev.earworm.privacy.PersonalData;
import dev.earworm.storage.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Everything that has to do with songs once they were delivered. */
final class DeliveredSongs {
    /** Few enough that others get at the database in between. */
    private static final int SONGS_AT_A_TIME = 500;

    private final KeptFiles files;
    private final KeptSongs kept;
    private final SongArchive archive;
    private final TrackRemoval removal;
    private final PersonalData personalData;
    private final VoiceMessages voices;
    private final Library library;
    private final Retention retention;

    DeliveredSongs(
            Path data,
            Database database,
            DiscordConnection connection,
            SongService songs,
            Downloads downloads,
            Ffmpeg ffmpeg,
            InstantSource clock) {
        this.files = new KeptFiles(data.resolve("kept"), database.filesKept());
        this.kept = new KeptSongs(database.keptSongs(), files);
        this.retention = new Retention(database.retention(), files);
        this.archive = new KeptSongArchive(files, connection.archive(database.copies(), downloads::song));
        this.removal = connection.removal(database.voiceMessages(), database.copies());
        this.personalData = new PersonalData(database.personalData(), songs, removal, files, clock);
        this.voices = connection.voices(
                archive,
                new VoicePreparer(ffmpeg)::prepare,
                database.voiceMessages(),
                emptied(new SongFiles(data.resolve("voices"))));
        SongFiles workshop = emptied(new SongFiles(data.resolve("again")));
        SongResending resending = new SongResending(
                archive,
                workshop,
                new AudioTrackPreparer(new AudioPreparer(ffmpeg), new WaveformReader(ffmpeg), workshop),
                connection.publisher(),
                kept,
                new KeptStems(files),
                database.copies(),
                clock);
        this.library =
                new Library(database.library(), new LibraryRemoval(database.library(), kept, removal), resending, kept);
    }

    private static SongFiles emptied(SongFiles files) {
        files.deleteAllBut(Set.of());
        return files;
    }

    KeptFiles files() {
        return files;
    }

    SongArchive archive() {
        return archive;
    }

    TrackRemoval removal() {
        return removal;
    }

    PersonalData personalData() {
        return personalData;
    }

    VoiceMessages voices() {
        return voices;
    }

    Library library() {
        return library;
    }

    /** Files that a crash left without a song. */
    void sweep() {
        kept.sweep();
    }

    /** What is to be done now and then, and may take long. */
    List<Chore> longChores() {
        return List.of(retention::forget);
    }

    /** What is to be done at each start and once a day, by each process. */
    List<Chore> ownChores() {
        return List.of(_ -> kept.dropCopies());
    }

    /** What is to be done at each start and once a day, by one process. */
    List<Chore> chores() {
        return List.of(
                _ -> files.sweepVault(),
                kept::dropExpired,
                personalData::forgetLeftovers,
                _ -> makeSearchable(library.store()));
    }

    private static void makeSearchable(LibraryStore library) {
        int made;
        do {
            made = library.makeSearchable(SONGS_AT_A_TIME);
        } while (made > 0);
    }
}
