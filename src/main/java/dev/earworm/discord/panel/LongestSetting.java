package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.TextFields;
import dev.earworm.discord.delivery.Post.PostControl;
import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.Prompts;
import dev.earworm.music.Providers;
import dev.earworm.settings.GuildSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;

/** How long songs may be. */
final class LongestSetting implements Setting {
    private static final int LONGEST_TEXT = 20;

    private final Providers providers;

    LongestSetting(Providers providers) {
        this.providers = providers;
    }

    @Override
    public int number() {
        return 5;
    }

    @Override
    public PanelPage page() {
        return PanelPage.SONGS;
    }

    @Override
    public String now(Panel panel) {
        return longest(panel)
                .map(longest -> say("settings.longest", Lengths.clock(longest)))
                .orElseGet(() -> say("settings.longest-any"));
    }

    @Override
    public List<PostControl> controls(Panel panel) {
        List<PostControl> controls = new ArrayList<>();
        controls.add(Controls.opening(this, say("settings.set-longest")));
        if (longest(panel).isPresent()) {
            controls.add(Controls.clearing(this, say("settings.any-length")));
        }
        return controls;
    }

    @Override
    public Optional<Label> field(Panel panel) {
        String now = longest(panel).map(Lengths::clock).orElse("");
        return Optional.of(Label.of(
                say("settings.longest-field"),
                say("settings.longest-how"),
                TextFields.optional(SettingForm.FIELD, TextInputStyle.SHORT, LONGEST_TEXT, now)
                        .build()));
    }

    @Override
    public Answer read(List<String> answer, Panel panel) {
        String typed = answer.getFirst();
        if (typed.isBlank()) {
            return clear();
        }
        Optional<Duration> length = Lengths.read(typed);
        if (length.isEmpty()) {
            return new Answer.Refused(say("compose.no-length", MemberWords.shown(Prompts.line(typed), LONGEST_TEXT)));
        }
        Duration shortest = shortest();
        return length.get().compareTo(shortest) < 0
                ? new Answer.Refused(say("settings.too-short", Lengths.clock(shortest)))
                : new Answer.Taken(
                        before -> with(before, Optional.of((int) length.get().toSeconds())));
    }

    /** That any model makes: with less, there would be no songs at all. */
    private Duration shortest() {
        return providers.models().stream()
                .map(model -> model.length().minimum())
                .min(Comparator.naturalOrder())
                .orElse(Duration.ofSeconds(1));
    }

    @Override
    public Answer clear() {
        return new Answer.Taken(before -> with(before, Optional.empty()));
    }

    private static Optional<Duration> longest(Panel panel) {
        return panel.settings().songs().longest();
    }

    private static GuildSettings with(GuildSettings before, Optional<Integer> seconds) {
        return before.withSongs(before.songs().withLongestSeconds(seconds));
    }
}
