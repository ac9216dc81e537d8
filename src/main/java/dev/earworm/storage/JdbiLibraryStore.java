package dev.earworm.storage;

import dev.earworm.jobs.Job;
import dev.earworm.library.LibrarySong;
import dev.earworm.library.LibraryStore;
import dev.earworm.library.Reader;
import dev.earworm.library.Search;
import dev.earworm.library.SearchText;
import dev.earworm.library.Shelf;
import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The library as a view of the jobs that were delivered. Ids sort by time, so pages are counted by them. */
final class JdbiLibraryStore implements LibraryStore {
    private final Jdbi jdbi;

    JdbiLibraryStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<LibrarySong> find(JobId id, Reader reader) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT * FROM job
                        WHERE id = :id AND state = 'DELIVERED' AND hidden = 0 AND %s AND guild_id = :guild
                          AND (user_id = :user OR %s)
                        """.formatted(LibraryQuery.IS_TO_BE_HAD, LibraryQuery.isPostedFor(reader)))
                        .bind("id", id.value())
                        .bind("guild", reader.account().guild().value())
                        .bind("user", reader.account().user().value())
                        .map((row, _) -> new LibrarySong(JobRow.read(row), row.getBoolean("favourite")))
                        .findOne());
    }

    @Override
    public Optional<LibrarySong> own(JobId id, Account member) {
        return find(id, new Reader(member, Set.of())).filter(song -> song.isOf(member));
    }

    @Override
    public List<LibrarySong> newest(Shelf shelf, Search search, int count) {
        return jdbi.withHandle(
                handle -> new LibraryQuery(shelf).matching(search).newestFirst(handle, count));
    }

    @Override
    public List<LibrarySong> from(Shelf shelf, JobId first, int count) {
        return jdbi.withHandle(handle -> new LibraryQuery(shelf)
                .with("id <= :edge", "edge", first.value())
                .newestFirst(handle, count));
    }

    @Override
    public List<LibrarySong> newerThan(Shelf shelf, JobId song, int count) {
        return jdbi.withHandle(handle -> new LibraryQuery(shelf)
                .with("id > :edge", "edge", song.value())
                .oldestFirst(handle, count)
                .reversed());
    }

    @Override
    public boolean rename(JobId id, Account member, String title) {
        return jdbi.inTransaction(handle -> {
            Optional<Job> job = own(handle, id, member);
            return job.isPresent() && isRenamed(handle, job.get(), member, title);
        });
    }

    /** Unless it was forgotten meanwhile. */
    private static boolean isRenamed(Handle handle, Job song, Account member, String title) {
        String sql = "UPDATE job SET given_title = :title, search_text = :searchText WHERE " + LibraryQuery.IS_OWN;
        return handle.createUpdate(sql)
                        .bind("title", title)
                        .bind("searchText", SearchText.of(song, Optional.of(title)))
                        .bindMap(owned(song.id(), member))
                        .execute()
                == 1;
    }

    private static Optional<Job> own(Handle handle, JobId id, Account member) {
        return handle.createQuery("SELECT * FROM job WHERE " + LibraryQuery.IS_OWN)
                .bindMap(owned(id, member))
                .map((row, _) -> JobRow.read(row))
                .findOne();
    }

    @Override
    public boolean favour(JobId id, Account member) {
        return change("UPDATE job SET favourite = 1 WHERE ", id, member);
    }

    @Override
    public boolean unfavour(JobId id, Account member) {
        return change("UPDATE job SET favourite = 0 WHERE ", id, member);
    }

    @Override
    public boolean hide(JobId id, Account member) {
        return change("UPDATE job SET hidden = 1 WHERE ", id, member);
    }

    private boolean change(String update, JobId id, Account member) {
        return jdbi.withHandle(handle -> handle.createUpdate(update + LibraryQuery.IS_OWN)
                        .bindMap(owned(id, member))
                        .execute()
                == 1);
    }

    private static Map<String, Object> owned(JobId id, Account member) {
        return Map.of(
                "id", id.value(),
                "guild", member.guild().value(),
                "user", member.user().value());
    }

    @Override
    public int makeSearchable(int count) {
        return jdbi.inTransaction(handle -> {
            List<Job> jobs = handle.createQuery(
                            "SELECT * FROM job WHERE state = 'DELIVERED' AND search_text IS NULL LIMIT :count")
                    .bind("count", count)
                    .map((row, _) -> JobRow.read(row))
                    .list();
            jobs.forEach(job -> handle.createUpdate(
                            "UPDATE job SET search_text = :text WHERE id = :id AND search_text IS NULL")
                    .bind("text", SearchText.of(job, job.details().title()))
                    .bind("id", job.id().value())
                    .execute());
            return jobs.size();
        });
    }
}
