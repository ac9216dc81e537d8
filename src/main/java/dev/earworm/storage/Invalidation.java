package dev.earworm.storage;

import dev.earworm.quota.GuildId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Who remembers what of which table, and forgets it when any process changes it.
 *
 * <p>On PostgreSQL the tables themselves tell of changes, by triggers: a table that is remembered needs one there, see the
 * function {@code tell_change} in its migrations. What was told while the line was down is not repeated, so then everything
 * is forgotten. A SQLite file has one process, which knows what it changes.
 */
public final class Invalidation {
    private record Memory(Consumer<GuildId> forgetOne, Runnable forgetAll) {}

    private final Map<String, List<Memory>> memories = new ConcurrentHashMap<>();

    /** Calls come from another thread, and may come for what the process itself has changed. */
    public void of(String table, Consumer<GuildId> forgetOne, Runnable forgetAll) {
        memories.computeIfAbsent(table, _ -> new CopyOnWriteArrayList<>()).add(new Memory(forgetOne, forgetAll));
    }

    /** @param change a table and a guild with a space between them; whatever else was told is not for us */
    void heard(String change) {
        String[] words = change.split(" ");
        if (words.length == 2 && words[1].matches("-?\\d{1,19}")) {
            GuildId guild = new GuildId(Long.parseLong(words[1]));
            memories.getOrDefault(words[0], List.of())
                    .forEach(memory -> memory.forgetOne().accept(guild));
        }
    }

    void heardNothingForAWhile() {
        memories.values()
                .forEach(ofTable -> ofTable.forEach(memory -> memory.forgetAll().run()));
    }
}
