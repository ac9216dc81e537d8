package dev.earworm.music;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One section of a {@link CompositionPlan}.
 *
 * @param name such as Intro, Verse 1 or Chorus
 * @param styles that it has beside those of the whole song, in English
 * @param avoided that it must not have, beside those of the whole song
 * @param lines to be sung; none for an instrumental section
 * @param source there: this sound is used as it is, and only name and length say anything about it
 */
public record PlanSection(
        String name,
        Duration length,
        List<String> styles,
        List<String> avoided,
        List<String> lines,
        Optional<Excerpt> source) {
    public PlanSection {
        styles = List.copyOf(styles);
        avoided = List.copyOf(avoided);
        lines = List.copyOf(lines);
    }

    /** A section to be made anew. */
    public static PlanSection of(String name, Duration length, List<String> styles, List<String> lines) {
        return new PlanSection(name, length, styles, List.of(), lines, Optional.empty());
    }

    public PlanSection withLength(Duration other) {
        return new PlanSection(name, other, styles, avoided, lines, source);
    }

    /** A part of a song that stays as it is. */
    public static PlanSection kept(String name, Excerpt source) {
        return new PlanSection(name, source.length(), List.of(), List.of(), List.of(), Optional.of(source));
    }
}
