package dev.earworm.settings;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.SongRequest;
import dev.earworm.quota.GuildId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether a guild lets its members' words pass, before anybody is asked to make something of them.
 *
 * <p>It sees through case, accents, full-width and ornamental letters, and what no reader sees. It does not see through
 * letters of one alphabet that look like those of another, digits for letters, spaces between letters, or words in a sound
 * that a song starts from; a pattern can be written against the second and third.
 */
public final class RefusedWords {
    /** Characters that are looked through for one song; more than any model takes. */
    static final int LONGEST_TEXT = 50_000;

    private static final int LISTS_KEPT = 1_000;

    private final SettingsStore settings;
    /** By the lines themselves, so that a list that was changed is another one. */
    private final LoadingCache<List<String>, WordList> lists =
            Caffeine.newBuilder().maximumSize(LISTS_KEPT).build(WordList::of);

    public RefusedWords(SettingsStore settings) {
        this.settings = settings;
    }

    /** Whether words pass. */
    public sealed interface Verdict {
        record Passed() implements Verdict {}

        /** @param word of the member's own, as it was written */
        record Refused(String word) implements Verdict {}

        /** So much text is not looked through, and so does not pass. */
        record TooLong(int limit) implements Verdict {}
    }

    /** All words of a song: prompt, lyrics, and its plan. */
    public Verdict judge(GuildId guild, SongRequest request) {
        return judge(
                guild,
                Stream.concat(
                                Stream.of(request.prompt(), request.lyrics().orElse("")),
                                request.plan().stream().flatMap(RefusedWords::texts))
                        .toList());
    }

    public Verdict judge(GuildId guild, String text) {
        return judge(guild, List.of(text));
    }

    private Verdict judge(GuildId guild, List<String> texts) {
        List<String> refused = settings.of(guild).refused();
        if (refused.isEmpty()) {
            return new Verdict.Passed();
        }
        if (texts.stream().mapToInt(String::length).sum() > LONGEST_TEXT) {
            return new Verdict.TooLong(LONGEST_TEXT);
        }
        WordList list = lists.get(refused);
        Optional<String> word =
                texts.stream().flatMap(text -> list.find(text).stream()).findFirst();
        return word.<Verdict>map(Verdict.Refused::new).orElseGet(Verdict.Passed::new);
    }

    private static Stream<String> texts(CompositionPlan plan) {
        return Stream.concat(
                Stream.of(plan.styles(), plan.avoided()).map(RefusedWords::lines),
                plan.sections().stream()
                        .flatMap(section -> Stream.of(
                                section.name(),
                                lines(section.styles()),
                                lines(section.avoided()),
                                lines(section.lines()))));
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }
}
