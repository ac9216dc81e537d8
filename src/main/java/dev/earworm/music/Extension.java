package dev.earworm.music;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * More of a song that its vendor keeps: the whole song as it is, and a section behind it.
 *
 * @param length of the new section
 * @param styles that it has beside those of the whole song
 * @param lines to be sung in it
 */
public record Extension(Duration length, List<String> styles, List<String> lines) {
    private static final String KEPT = "Song";
    private static final String MORE = "Extension";

    public Extension {
        styles = List.copyOf(styles);
        lines = List.copyOf(lines);
    }

    /** Whether a song can be made longer: its model can, its vendor keeps it, and there is room for a section. */
    public static boolean isPossible(SongRequest song, TrackDetails details, MusicModel model) {
        return model.has(MusicModel.Feature.EXTEND)
                && details.songId().isPresent()
                && longest(song, details, model).compareTo(PlanPolicy.SHORTEST_SECTION) >= 0;
    }

    /** How much longer a song can be made at once, in whole seconds; zero or less where it cannot. */
    public static Duration longest(SongRequest song, TrackDetails details, MusicModel model) {
        Duration room = model.length().maximum().minus(length(song, details));
        Duration longest = room.compareTo(PlanPolicy.LONGEST_SECTION) < 0 ? room : PlanPolicy.LONGEST_SECTION;
        return Duration.ofSeconds(Math.max(0, longest.toSeconds()));
    }

    /**
     * The song as it was, and then more.
     *
     * @param prompt what the longer song is called
     * @return empty where the vendor does not keep the song
     */
    public Optional<SongRequest> of(SongRequest song, TrackDetails details, String prompt) {
        return details.songId().map(id -> {
            PlanSection kept = PlanSection.kept(KEPT, new Excerpt(id, Duration.ZERO, length(song, details)));
            PlanSection more = PlanSection.of(MORE, length, styles, lines);
            CompositionPlan plan =
                    new CompositionPlan(styles(song, details), avoided(song, details), List.of(kept, more));
            return new SongRequest(
                            song.model(),
                            prompt,
                            plan.length(),
                            song.instrumental() && lines.isEmpty(),
                            Optional.empty(),
                            song.format(),
                            song.seed(),
                            Optional.empty())
                    .withPlan(plan);
        });
    }

    /** Never beyond its end: what was really made may be a little shorter than what was asked for. */
    private static Duration length(SongRequest song, TrackDetails details) {
        Duration made = details.plan().map(CompositionPlan::length).orElse(song.length());
        return made.isPositive() && made.compareTo(song.length()) < 0 ? made : song.length();
    }

    /** A plan is all that a vendor reads of the song's character; where there was none, the prompt is taken for styles. */
    private static List<String> styles(SongRequest song, TrackDetails details) {
        return plan(song, details)
                .map(CompositionPlan::styles)
                .filter(styles -> !styles.isEmpty())
                .orElseGet(() -> Arrays.stream(song.prompt().split("[,;\\n]"))
                        .map(String::strip)
                        .filter(style -> !style.isEmpty())
                        .limit(PlanPolicy.MAX_STYLES)
                        .toList());
    }

    private static List<String> avoided(SongRequest song, TrackDetails details) {
        return plan(song, details).map(CompositionPlan::avoided).orElse(List.of());
    }

    private static Optional<CompositionPlan> plan(SongRequest song, TrackDetails details) {
        return details.plan().or(song::plan);
    }
}
