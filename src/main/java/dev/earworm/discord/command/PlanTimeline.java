package dev.earworm.discord.command;

import dev.earworm.audio.picture.TimelineArt;
import dev.earworm.audio.picture.TimelineArt.Part;
import dev.earworm.discord.delivery.Post.PostPicture;
import dev.earworm.discord.words.PlanCard;
import dev.earworm.drafts.Draft.Planned;
import dev.earworm.jobs.SongCovers;
import dev.earworm.music.PlanSection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plan as a picture, in the colours that the song's cover will have. Where no picture can be drawn, the plan is shown
 * without: everything in it stands in the plan's words, too.
 */
final class PlanTimeline {
    private static final Logger LOG = LoggerFactory.getLogger(PlanTimeline.class);
    private static final String FILE_NAME = "timeline.png";
    /** Discord, "Attachment Object". */
    private static final int LONGEST_DESCRIPTION = 1024;

    /** What tells "Verse 2" from "Verse 1". */
    private static final Pattern NUMBERING = Pattern.compile("[^\\p{L}]+");

    private PlanTimeline() {}

    static Optional<PostPicture> of(Planned draft) {
        List<Part> parts = draft.request().plan().orElseThrow().sections().stream()
                .map(PlanTimeline::part)
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] png = TimelineArt.of(parts, SongCovers.of(draft.song(), draft.request()))
                    .png();
            String words = PlanCard.timelineInWords(draft.request(), LONGEST_DESCRIPTION);
            return Optional.of(new PostPicture(FILE_NAME, png, words));
        } catch (LinkageError e) {
            // A Java that was cut down to less than java.desktop lacks what writes pictures.
            LOG.warn("plan {} is shown without its timeline", draft.song(), e);
            return Optional.empty();
        }
    }

    private static Part part(PlanSection section) {
        String kind = NUMBERING.matcher(section.name().toLowerCase(Locale.ROOT)).replaceAll("");
        return new Part(kind, section.length());
    }
}
