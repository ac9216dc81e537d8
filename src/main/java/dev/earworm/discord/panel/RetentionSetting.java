package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.TextFields;
import dev.earworm.discord.delivery.Post.PostControl;
import dev.earworm.discord.delivery.Post.PostMenu;
import dev.earworm.discord.delivery.Post.PostMenu.Entry;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.Prompts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;

/** After how many days songs are forgotten. */
final class RetentionSetting implements Setting {
    private static final List<Integer> OFFERED = List.of(7, 30, 90, 180, 365);
    private static final int MOST = 3650;
    private static final int LONGEST_TEXT = 20;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");

    @Override
    public int number() {
        return 9;
    }

    @Override
    public PanelPage page() {
        return PanelPage.KEEPING;
    }

    @Override
    public String now(Panel panel) {
        return panel.settings()
                .retentionDays()
                .map(days -> say("settings.retention", days))
                .orElseGet(() -> say("settings.no-retention"));
    }

    /** What is set is offered, too. */
    @Override
    public List<PostControl> controls(Panel panel) {
        Optional<Integer> now = panel.settings().retentionDays();
        TreeSet<Integer> offered = new TreeSet<>(OFFERED);
        now.ifPresent(offered::add);
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(say("settings.choose-no-retention"), Controls.UNSET));
        offered.forEach(days -> entries.add(new Entry(say("settings.choose-retention", days), Integer.toString(days))));
        return List.of(
                new PostMenu(
                        Controls.id(this),
                        say("admin.choose"),
                        entries,
                        now.map(days -> Integer.toString(days)).orElse(Controls.UNSET)),
                Controls.opening(this, say("settings.other-retention")));
    }

    @Override
    public Optional<Label> field(Panel panel) {
        String now = panel.settings()
                .retentionDays()
                .map(days -> Integer.toString(days))
                .orElse("");
        return Optional.of(Label.of(
                say("settings.retention-field"),
                say("settings.retention-how"),
                TextFields.optional(SettingForm.FIELD, TextInputStyle.SHORT, LONGEST_TEXT, now)
                        .build()));
    }

    @Override
    public Answer read(List<String> answer, Panel panel) {
        String typed = Prompts.line(answer.getFirst());
        if (typed.isEmpty() || typed.equals(Controls.UNSET)) {
            return new Answer.Taken(before -> before.withRetentionDays(Optional.empty()));
        }
        Optional<Integer> days = Optional.of(typed)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(number -> number <= MOST);
        return days.isPresent()
                ? new Answer.Taken(before -> before.withRetentionDays(days))
                : new Answer.Refused(say("settings.no-days", MemberWords.shown(typed, LONGEST_TEXT), MOST));
    }
}
