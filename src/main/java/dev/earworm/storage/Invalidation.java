package dev.earworm.storage;

import dev.earworm.music.JobId;
import dev.earworm.quota.GuildId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who remembers what of which table, and forgets it when any process changes it.
 *
 * <p>On PostgreSQL the tables themselves tell of changes, by triggers: a table that is remembered needs one there, see the
 * function {@code tell_change} in its migrations. What was told while the line was down is not repeated, so then everything
 * is forgotten. A SQLite file has one process, which knows what it changes.
 */
public final class Invalidation {
    private static final Logger LOG = LoggerFactory.getLogger(Invalidation.class);

    private record Memory(Consumer<GuildId> forgetOne, Runnable forgetAll) {}

    /** In place of a table; the other word is a song, of which its provider has told something. */
    static final String NEWS = "news";

    private final Map<String, List<Memory>> memories = new ConcurrentHashMap<>();
    private final List<Consumer<JobId>> listeners = new CopyOnWriteArrayList<>();

    /** Calls come from another thread, and may come for what the process itself has changed. */
    public void of(String table, Consumer<GuildId> forgetOne, Runnable forgetAll) {
        memories.computeIfAbsent(table, _ -> new CopyOnWriteArrayList<>()).add(new Memory(forgetOne, forgetAll));
    }

    /** Calls come from threads of their own, when any process says that there is news of a song. */
    public void ofSongs(Consumer<JobId> listener) {
        listeners.add(listener);
    }

    /** @param change two words with a space between them; whatever else was told is not for us */
    void heard(String change) {
        String[] words = change.split(" ");
        if (words.length == 2 && words[0].equals(NEWS) && JobId.isValid(words[1])) {
            JobId song = new JobId(words[1]);
            listeners.forEach(
                    listener -> Thread.ofVirtual().name("news-" + song).start(() -> tell(listener, song)));
        }
        if (words.length == 2 && words[1].matches("-?\\d{1,19}")) {
            GuildId guild = new GuildId(Long.parseLong(words[1]));
            memories.getOrDefault(words[0], List.of())
                    .forEach(memory -> memory.forgetOne().accept(guild));
        }
    }

    /** Asks the database, perhaps, and must not hold up the line that it depends on. */
    private static void tell(Consumer<JobId> listener, JobId song) {
        try {
            listener.accept(song);
        } catch (RuntimeException e) {
            LOG.warn("news of song {} come to nothing", song, e);
        }
    }

    void heardNothingForAWhile() {
        memories.values()
                .forEach(ofTable -> ofTable.forEach(memory -> memory.forgetAll().run()));
    }
}
