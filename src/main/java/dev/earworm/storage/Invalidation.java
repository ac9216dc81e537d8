package dev.earworm.storage;

import dev.earworm.quota.GuildId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Who remembers what of which table, and forgets it when any process changes it.
 *
 * <p>On PostgreSQL the tables themselves tell of changes, by triggers: a table that is remembered needs one there, see the
 * function {@code tell_change} in its migrations. What was told while the line was down is not repeated, so then everything
 * is forgotten. A SQLite file has one process, which knows what it changes.
 */
public final class Invalidation {
    /** What is remembered of the rows of a table, by their guild. */
    public interface Memory {
        void forget(GuildId guild);

        void forgetEverything();
    }

    private final Map<String, List<Memory>> memories = new ConcurrentHashMap<>();

    /** Calls come from another thread, and may come for what the process itself has changed. */
    public void of(String table, Memory memory) {
        memories.computeIfAbsent(table, _ -> new CopyOnWriteArrayList<>()).add(memory);
    }

    /** @param change a table and a guild with a space between them; whatever else was told is not for us */
    void heard(String change) {
        String[] words = change.split(" ");
        if (words.length == 2 && words[1].matches("-?\\d{1,19}")) {
            GuildId guild = new GuildId(Long.parseLong(words[1]));
            memories.getOrDefault(words[0], List.of()).forEach(memory -> memory.forget(guild));
        }
    }

    void heardNothingForAWhile() {
        memories.values().forEach(ofTable -> ofTable.forEach(Memory::forgetEverything));
    }
}
