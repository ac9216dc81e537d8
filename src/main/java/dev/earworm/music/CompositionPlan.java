package dev.earworm.music;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** @throws IndexOutOfBoundsException when there is no such section */
    public CompositionPlan withSection(int index, PlanSection other) {
        List<PlanSection> all = new ArrayList<>(sections);
        all.set(index, other);
        return withSections(all);
    }

    public CompositionPlan withStyles(List<String> others, List<String> othersAvoided) {
        return new CompositionPlan(others, othersAvoided, sections);
    }

    /**
     * The same plan, but for one section: its styles and lines are those of another plan, its name and length stay.
     *
     * @return empty where the other plan does not have as many sections, so that nobody knows which is meant
     * @throws IndexOutOfBoundsException when there is no such section
     */
    public Optional<CompositionPlan> withSectionOf(CompositionPlan other, int index) {
        if (other.sections.size() != sections.size()) {
            return Optional.empty();
        }
        PlanSection before = sections.get(index);
        PlanSection anew = other.sections.get(index);
        return Optional.of(withSection(
                index,
                new PlanSection(
                        before.name(),
                        before.length(),
                        together(other.styles, anew.styles(), styles),
                        together(other.avoided, anew.avoided(), avoided),
                        anew.lines(),
                        Optional.empty())));
    }

    /** What the section has in the other plan, without what it has here in any case. */
    private static List<String> together(List<String> ofTheOther, List<String> own, List<String> ofThis) {
        return Stream.concat(ofTheOther.stream(), own.stream())
                .distinct()
                .filter(style -> !ofThis.contains(style))
                .toList();
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
