package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.Post.PostControl;
import dev.earworm.discord.delivery.Post.PostMenu;
import dev.earworm.discord.delivery.Post.PostMenu.Entry;
import dev.earworm.discord.words.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In which language everyone is spoken to. */
final class LanguageSetting implements Setting {
    @Override
    public int number() {
        return 0;
    }

    @Override
    public PanelPage page() {
        return PanelPage.KEEPING;
    }

    @Override
    public String now(Panel panel) {
        return panel.settings()
                .language()
                .map(chosen -> say("admin.language", Language.of(chosen).ownName()))
                .orElseGet(() -> say("admin.language-of-server", panel.ofGuild().ownName()));
    }

    @Override
    public List<PostControl> controls(Panel panel) {
        List<Entry> entries = new ArrayList<>();
        entries.add(
                new Entry(say("admin.choose-language-of-server", panel.ofGuild().ownName()), Controls.UNSET));
        for (Language language : Language.values()) {
            entries.add(new Entry(language.ownName(), tag(language.locale())));
        }
        return List.of(new PostMenu(
                Controls.id(this),
                say("admin.choose"),
                entries,
                panel.settings().language().map(LanguageSetting::tag).orElse(Controls.UNSET)));
    }

    @Override
    public Answer read(List<String> answer, Panel panel) {
        String chosen = answer.getFirst();
        if (chosen.equals(Controls.UNSET)) {
            return new Answer.Taken(before -> before.withLanguage(Optional.empty()));
        }
        return Arrays.stream(Language.values())
                .map(Language::locale)
                .filter(locale -> tag(locale).equals(chosen))
                .findFirst()
                .<Answer>map(locale -> new Answer.Taken(before -> before.withLanguage(Optional.of(locale))))
                .orElseGet(() -> new Answer.Refused(say("admin.no-such-setting")));
    }

    private static String tag(Locale locale) {
        return locale.toLanguageTag();
    }
}
