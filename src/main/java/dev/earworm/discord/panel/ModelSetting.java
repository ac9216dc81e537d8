package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Choices;
import dev.earworm.discord.delivery.Post.PostControl;
import dev.earworm.discord.delivery.Post.PostMenu;
import dev.earworm.discord.delivery.Post.PostMenu.Entry;
import dev.earworm.discord.words.ModelSentences;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.Providers;
import dev.earworm.settings.GuildSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.selections.SelectMenu;
import net.dv8tion.jda.api.components.selections.SelectOption;

/** Which model makes songs for those who name none. */
final class ModelSetting implements Setting {
    private static final int MENUS = 2;

    private final Providers providers;
    private final ModelSentences sentences;

    ModelSetting(Providers providers) {
        this.providers = providers;
        this.sentences = new ModelSentences(providers);
    }

    @Override
    public int number() {
        return 4;
    }

    @Override
    public PanelPage page() {
        return PanelPage.SONGS;
    }

    @Override
    public String now(Panel panel) {
        String own = providers.defaultModel().title();
        Optional<ModelId> chosen = panel.settings().songs().model();
        if (chosen.isEmpty()) {
            return say("settings.model-own", own);
        }
        return providers
                .model(chosen.get())
                .map(model -> say("settings.model", model.title()))
                .orElseGet(() -> say("settings.model-gone", "`" + chosen.get() + "`", own));
    }

    /** As many as two menus take; what is chosen is always among them. */
    @Override
    public List<PostControl> controls(Panel panel) {
        String chosen = panel.settings()
                .songs()
                .model()
                .flatMap(providers::model)
                .map(model -> model.id().toString())
                .orElse(Controls.UNSET);
        List<Entry> entries = entries(chosen);
        List<PostControl> menus = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += SelectMenu.OPTIONS_MAX_AMOUNT) {
            List<Entry> shown = entries.subList(from, Math.min(from + SelectMenu.OPTIONS_MAX_AMOUNT, entries.size()));
            boolean isHere = shown.stream().anyMatch(entry -> entry.value().equals(chosen));
            menus.add(new PostMenu(
                    Controls.id(this).of(number() + menus.size() * SettingsPanel.CONTINUED),
                    say("settings.choose-model"),
                    shown,
                    isHere ? List.of(chosen) : List.of(),
                    1));
        }
        return menus;
    }

    private List<Entry> entries(String chosen) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(
                Choices.name(say(
                        "settings.choose-model-own", providers.defaultModel().title())),
                Controls.UNSET));
        providers.models().stream()
                .filter(model -> model.id().toString().length() <= SelectOption.VALUE_MAX_LENGTH)
                .sorted(Comparator.comparing(model -> !model.id().toString().equals(chosen)))
                .limit(MENUS * SelectMenu.OPTIONS_MAX_AMOUNT - 1L)
                .map(this::entry)
                .forEach(entries::add);
        return entries;
    }

    private Entry entry(MusicModel model) {
        return new Entry(Choices.name(sentences.brief(model)), model.id().toString());
    }

    @Override
    public Answer read(List<String> answer, Panel panel) {
        String chosen = answer.getFirst();
        if (chosen.equals(Controls.UNSET)) {
            return new Answer.Taken(before -> with(before, Optional.empty()));
        }
        return ModelId.parse(chosen)
                .flatMap(providers::model)
                .<Answer>map(model -> new Answer.Taken(before -> with(before, Optional.of(model.id()))))
                .orElseGet(() -> new Answer.Refused(say("admin.no-such-setting")));
    }

    private static GuildSettings with(GuildSettings before, Optional<ModelId> model) {
        return before.withSongs(before.songs().withModel(model));
    }
}
