package dev.earworm.storage;

import dev.earworm.library.LibrarySong;
import dev.earworm.library.Reader;
import dev.earworm.library.Search;
import dev.earworm.library.Search.Word;
import dev.earworm.library.Shelf;
import dev.earworm.quota.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** A question for some of the songs of a shelf. Its conditions are those of the indexes. */
final class LibraryQuery {
    static final String IS_OWN =
            "id = :id AND state = 'DELIVERED' AND hidden = 0 AND guild_id = :guild AND user_id = :user";

    /** Stems can be made again, so only those are here that nobody could be given. */
    static final String IS_TO_BE_HAD = "(stems_of IS NULL OR kept_until IS NOT NULL)";

    /**
     * Where it was asked for, or sent again for all to hear; what came as a direct message was not. Outside of guilds, whose
     * number is 0, members have nothing in common.
     */
    private static final String IS_POSTED_FOR_ALL = """
            (visibility = 'PUBLIC' AND guild_id <> 0
                AND (track_channel_id = channel_id AND track_channel_id IN (%1$s)
                    OR EXISTS (SELECT 1 FROM song_copy
                               WHERE song_copy.song_id = job.id AND song_copy.channel_id IN (%1$s))))""";

    private final List<String> conditions =
            new ArrayList<>(List.of("state = 'DELIVERED' AND hidden = 0", IS_TO_BE_HAD));
    private final Map<String, Object> values = new HashMap<>();

    LibraryQuery(Shelf shelf) {
        Account reader = shelf.reader().account();
        with("guild_id = :guild", "guild", reader.guild().value());
        switch (shelf.kind()) {
            case MINE -> with("user_id = :user", "user", reader.user().value());
            case FAVOURITES ->
                with("user_id = :user AND favourite = 1", "user", reader.user().value());
            case EVERYONE -> conditions.add("visibility = 'PUBLIC' AND " + isPostedFor(shelf.reader()));
        }
    }

    /** In a channel that the reader sees. */
    static String isPostedFor(Reader reader) {
        // PostgreSQL takes no empty list, and nothing equals NULL.
        Stream<String> channels = reader.sees().stream().map(channel -> Long.toString(channel.value()));
        return IS_POSTED_FOR_ALL.formatted(
                Stream.concat(Stream.of("NULL"), channels).collect(Collectors.joining(", ")));
    }

    LibraryQuery with(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
        return this;
    }

    LibraryQuery matching(Search search) {
        for (int i = 0; i < search.words().size(); i++) {
            Word word = search.words().get(i);
            String name = "word" + i;
            with("(search_text LIKE :%s ESCAPE '!'%s)".formatted(name, orModel(word, i)), name, pattern(word.folded()));
        }
        return this;
    }

    private String orModel(Word word, int number) {
        StringBuilder or = new StringBuilder();
        for (int i = 0; i < word.models().size(); i++) {
            String name = "model" + number + "of" + i;
            or.append(" OR provider || '/' || model = :").append(name);
            values.put(name, word.models().get(i).toString());
        }
        return or.toString();
    }

    /** Anywhere in the text, each character standing for itself. */
    private static String pattern(String word) {
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    List<LibrarySong> newestFirst(Handle handle, int count) {
        return songs(handle, "DESC", count);
    }

    List<LibrarySong> oldestFirst(Handle handle, int count) {
        return songs(handle, "ASC", count);
    }

    private List<LibrarySong> songs(Handle handle, String order, int count) {
        return handle.createQuery(sql(order))
                .bindMap(values)
                .bind("count", count)
                .map((row, _) -> new LibrarySong(JobRow.read(row), row.getBoolean("favourite")))
                .list();
    }

    String sql(String order) {
        return "SELECT * FROM job WHERE " + String.join(" AND ", conditions) + " ORDER BY id " + order
                + " LIMIT :count";
    }
}
