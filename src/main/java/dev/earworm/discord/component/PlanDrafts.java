package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Origin;
import dev.earworm.drafts.Draft.Planned;
import dev.earworm.drafts.DraftStore;
import dev.earworm.music.JobId;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.Interaction;

/** Finds the plan that an id means, for its own member alone. */
final class PlanDrafts {
    private final DraftStore drafts;

    PlanDrafts(DraftStore drafts) {
        this.drafts = drafts;
    }

    /** Whether there is such a plan for this member. */
    sealed interface Found {
        record Own(Planned draft) implements Found {}

        record Refused(String sentence) implements Found {}
    }

    Found find(Interaction interaction, JobId song) {
        Optional<Planned> draft =
                drafts.find(song).filter(Planned.class::isInstance).map(Planned.class::cast);
        if (draft.isEmpty()) {
            return new Found.Refused(say("plan.gone"));
        }
        return draft.get().account().equals(Origin.account(interaction))
                ? new Found.Own(draft.get())
                : new Found.Refused(say("plan.not-yours"));
    }
}
