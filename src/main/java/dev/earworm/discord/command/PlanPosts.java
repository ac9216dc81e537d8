package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.delivery.Post.PostButton;
import dev.earworm.discord.delivery.Post.PostMenu;
import dev.earworm.discord.delivery.Post.PostMenu.Entry;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.OptionSentences;
import dev.earworm.discord.words.PlanCard;
import dev.earworm.drafts.Draft.Planned;
import dev.earworm.music.MusicModel;
import dev.earworm.music.OptionProblem;
import dev.earworm.music.PlanSection;
import dev.earworm.music.Providers;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.Message;

/** The message that shows a plan in words and as a timeline, what is wrong with it, and what can be done to it. */
public final class PlanPosts {
    private static final int MENU = StringSelectMenu.OPTIONS_MAX_AMOUNT;
    private static final int LONGEST_NOTES = 1000;

    private final Providers providers;
    private final OptionSentences options;

    public PlanPosts(Providers providers) {
        this.providers = providers;
        this.options = new OptionSentences(providers);
    }

    public Post of(Planned draft) {
        return of(draft, "");
    }

    /**
     * With a word on it.
     *
     * @param note may be empty
     */
    public Post of(Planned draft, String note) {
        String notes = MemberWords.shortened(notes(draft.request(), note), LONGEST_NOTES);
        int room = Message.MAX_CONTENT_LENGTH - notes.length();
        Post post = Post.of(PlanCard.of(draft.request(), title(draft.request()), room) + notes)
                .with(new PostButton(
                        new CustomId(Action.RENDER, draft.song()), say("plan.render"), ButtonStyle.PRIMARY))
                .with(new PostButton(
                        new CustomId(Action.PLAN, draft.song()), say("plan.edit-whole"), ButtonStyle.SECONDARY));
        List<Entry> entries = entries(draft.request());
        for (int from = 0; from < entries.size(); from += MENU) {
            CustomId id = new CustomId(Action.SECTION, draft.song());
            post = post.with(new PostMenu(
                    from == 0 ? id : id.of(from),
                    say("plan.edit"),
                    entries.subList(from, Math.min(from + MENU, entries.size()))));
        }
        return PlanTimeline.of(draft).map(post::with).orElse(post);
    }

    private String notes(SongRequest request, String note) {
        StringBuilder notes = new StringBuilder();
        if (!note.isEmpty()) {
            notes.append('\n').append(note);
        }
        model(request).ifPresent(model -> {
            List<OptionProblem> problems = RequestPolicy.problems(request, model);
            if (!problems.isEmpty()) {
                notes.append('\n').append(options.of(model, request, problems));
            }
        });
        return notes.toString();
    }

    private String title(SongRequest request) {
        return model(request).map(MusicModel::title).orElse(request.model().toString());
    }

    private Optional<MusicModel> model(SongRequest request) {
        return providers.model(request.model());
    }

    private static List<Entry> entries(SongRequest request) {
        List<PlanSection> sections = request.plan().orElseThrow().sections();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            String label =
                    MemberWords.shortened(PlanCard.entry(i + 1, sections.get(i)), SelectOption.LABEL_MAX_LENGTH / 2);
            entries.add(new Entry(label, Integer.toString(i)));
        }
        return entries;
    }
}
