package dev.earworm.music;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A song, section by section, before it is made. Limits are in {@link PlanPolicy}.
 *
 * @param styles that the whole song has, in English
 * @param avoided that no part of it may have
 * @param sections in the order in which they are heard
 */
public record CompositionPlan(List<String> styles, List<String> avoided, List<PlanSection> sections) {
    public CompositionPlan {
        styles = List.copyOf(styles);
        avoided = List.copyOf(avoided);
        sections = List.copyOf(sections);
    }

    public Duration length() {
        return sections.stream().map(PlanSection::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether any words are sung. */
    public boolean hasLyrics() {
        return sections.stream().anyMatch(section -> !section.lines().isEmpty());
    }

    /** Whether any part of it is the sound of a song that a vendor keeps. */
    public boolean takesUpSongs() {
        return sections.stream().anyMatch(section -> section.source().isPresent());
    }

    public CompositionPlan withSections(List<PlanSection> others) {
        return new CompositionPlan(styles, avoided, others);
    }

    /**
     * The same song, kept as it is, with another section behind it.
     *
     * @param songId by which the vendor keeps the song that this plan is of
     */
    public CompositionPlan extended(String songId, PlanSection more) {
        List<PlanSection> all = kept(songId);
        all.add(more);
        return withSections(all);
    }

    /**
     * The same song, kept as it is, but for one section that is made anew.
     *
     * @param songId by which the vendor keeps the song that this plan is of
     * @throws IndexOutOfBoundsException when there is no such section
     */
    public CompositionPlan redone(String songId, int index, PlanSection anew) {
        List<PlanSection> all = kept(songId);
        all.set(index, anew);
        return withSections(all);
    }

    private List<PlanSection> kept(String songId) {
        List<PlanSection> all = new ArrayList<>();
        Duration from = Duration.ZERO;
        for (PlanSection section : sections) {
            Duration to = from.plus(section.length());
            all.add(PlanSection.kept(section.name(), new Excerpt(songId, from, to)));
            from = to;
        }
        return all;
    }
}
